"""liptwitch: an open course on why lips twitch.

In a notebook: ``from liptwitch import show``. Importing the package alone loads nothing heavy.
"""

__version__ = "0.1.0"
