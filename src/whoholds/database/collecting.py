"""Python's collector of unused objects, at rest while one question is answered.

A question makes some hundred thousand objects, nearly all of which are kept for the next one, and leaves none
that only the collector could find. It would look through them, and through all that was kept before, again
and again, and find nothing: so they are put among the old ones unseen, and all are looked through once in a
long while.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SEEN_AFTER = 5_000_000  # objects that were put aside unseen, after which all are looked through
_unseen = [0]


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
        _put_aside()
        gc.enable()


def _put_aside() -> None:
    """Put the young objects among the old ones; where a program has frozen some itself, leave all to the
    collector, for they would thaw."""
    if gc.get_freeze_count():
        return
    _unseen[0] += gc.get_count()[0]
    if _unseen[0] > SEEN_AFTER:
        _unseen[0] = 0
        gc.collect()
    else:
        gc.freeze()
        gc.unfreeze()
