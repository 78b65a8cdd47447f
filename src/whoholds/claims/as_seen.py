"""A report without the characters that nobody sees: it is read without them, and its spans count them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from whoholds.model import Report, Span
from whoholds.unseen import SeenText, seen_text

Read = TypeVar("Read")


def as_seen(report: Report) -> tuple[Report, SeenText] | None:
    """The report with the text that a reader sees, and where that stands; None where all is seen."""
    seen = seen_text(report.text)
    return (replace(report, text=seen.words), seen) if seen is not None else None


def as_written(read: Read, report: Report, seen: SeenText) -> Read:
    """What was read in the text that is seen, with the spans and the key of the report as written."""
    seen_key, key = replace(report, text=seen.words).key, report.key
    placed: Read = _placed(read, lambda span: Span(*seen.written(span.start, span.end)), {seen_key: key})
    return placed


def in_seen(read: Read, seen: SeenText) -> Read:
    """What was read in a report, with the spans of the text that is seen."""
    placed: Read = _placed(read, lambda span: Span(*seen.seen(span.start, span.end)), {})
    return placed


def _placed(told: Any, place: Callable[[Span], Span], keys: dict[str, str]) -> Any:
    """The same with each span in it put elsewhere, and each `report` that is one of the keys."""
    if isinstance(told, Span):
        return place(told)
    if isinstance(told, tuple):
        return tuple(_placed(one, place, keys) for one in told)
    if not is_dataclass(told) or isinstance(told, type):
        return told
    changed = {each.name: _placed(getattr(told, each.name), place, keys) for each in fields(told)}
    if isinstance(changed.get("report"), str):
        changed["report"] = keys.get(changed["report"], changed["report"])
    return replace(told, **changed)
