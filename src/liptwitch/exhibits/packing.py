"""Text packed small for the state that a saved notebook keeps; ``loader.js`` unpacks it."""

import base64
import zlib


def pack(text: str) -> str:
    """``text`` deflated and written in base64."""
    return base64.b64encode(zlib.compress(text.encode(), level=9)).decode("ascii")


def unpack(packed: str) -> str:
    """The text that :func:`pack` was given."""
    return zlib.decompress(base64.b64decode(packed)).decode()
