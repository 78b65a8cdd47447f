"""Cutting a stream into batches: about 100 items or one second, whichever comes first."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

ITEMS = 100
SECONDS = 1.0

Item = TypeVar("Item")


def batched(items: Iterable[Item], *, most: int = ITEMS, seconds: float = SECONDS) -> Iterator[list[Item]]:
    """Lists of items in their order, none empty; the time is looked at when an item arrives."""
    batch: list[Item] = []
    began = time.monotonic()
    for item in items:
        if not batch:
            began = time.monotonic()
        batch.append(item)
        if len(batch) >= most or time.monotonic() - began >= seconds:
            yield batch
            batch = []
    if batch:
        yield batch
