"""Python's collector of unused objects, at rest while one question is answered.

A question makes some hundred thousand objects, nearly all of which are kept for the next one. The collector
would look through them, and through all that was kept before, again and again, and find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Without the collector, where it is at work; afterwards it is again."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
