"""What learners did: the progress log, the marks, and where a learner stands.

Nothing here leaves the machine, and nothing here knows a name.
"""
