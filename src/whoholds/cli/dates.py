"""Dates and ledger sequences as options: what is none ends the command with exit code 2 and one sentence."""

from __future__ import annotations

import re

from whoholds.errors import InputError, WhoholdsError

WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")


class MisuseError(WhoholdsError):
    """The value of an option or argument that cannot be."""

    exit_code = 2


def a_day(words: str | None) -> str | None:
    """A callback of an option: the day, YYYY-MM-DD, of a date or moment. Raises MisuseError."""
    return None if words is None else _parsed(words)


def a_moment(words: str | None) -> str | None:
    """A callback of an option: a date or moment, as written. Raises MisuseError."""
    if words is not None:
        _parsed(words)
    return words


def a_sequence(words: str | None) -> str | None:
    """A callback of an option: a ledger sequence, a date or a moment, as written. Raises MisuseError."""
    if words is None:
        return None
    if WHOLE_NUMBER.fullmatch(words):
        if int(words) < 0:
            raise MisuseError(
                f"The ledger sequence {words} is less than 0. Give 0, for an empty record, or more."
            )
        return words
    try:
        _parsed(words)
    except MisuseError as error:
        if words[:4].isdigit() and words[4:5] == "-":
            raise
        raise MisuseError(
            f"{words[:60]!r} is neither a ledger sequence (0 or more) nor a moment such as "
            "2021-08-09T14:30:00+04:30. Find sequences with: whoholds judgements --json"
        ) from error
    return words


def a_reason(words: str | None) -> str | None:
    """A callback of an option: a reason, which may not be blank. Raises MisuseError."""
    if words is not None and not words.strip():
        raise MisuseError("The reason is blank. Give it in a few words; it stays on the record.")
    return words


def _parsed(words: str) -> str:
    from whoholds.reports.dates import parse_published  # here, not above: --help must not wait for it

    try:
        return parse_published(words).day.isoformat()
    except InputError as error:
        raise MisuseError(str(error)) from error
