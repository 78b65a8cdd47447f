"""Cutting a stream into batches: about 100 items or one second, whichever comes first."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from whoholds.errors import InputError

ITEMS = 100
SECONDS = 1.0

Item = TypeVar("Item")


def batched(items: Iterable[Item], *, most: int = ITEMS, seconds: float = SECONDS) -> Iterator[list[Item]]:
    """Lists of items in their order, none empty; the time is looked at when an item arrives.

    Where the stream ends with an InputError, the items before it are handed out, and then it is raised.
    """
    batch: list[Item] = []
    began = time.monotonic()
    wrong: InputError | None = None
    try:
        for item in items:
            if not batch:
                began = time.monotonic()
            batch.append(item)
            if len(batch) >= most or time.monotonic() - began >= seconds:
                yield batch
                batch = []
    except InputError as error:
        wrong = error
    if batch:
        yield batch
    if wrong is not None:
        raise wrong
