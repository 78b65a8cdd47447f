"""Parties of the user's own, kept in a file beside the record: checked, then added to those there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from whoholds.errors import InputError, StoreError
from whoholds.party_list import (
    entries_of,
    own_text_of,
    parties_beside,
    refuse_twice,
    use_parties_of,
    with_entries,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file of parties gives: names of new parties, and of known ones to which it adds; in its order.

    `words` are all the words of the file that mean a party.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    words: frozenset[str]


def check_parties(path: Path | str, before: str = "") -> Checked:
    """What a file of parties would add to the built-in ones, and to those that stand in the text `before`.

    Raises InputError in one sentence when it cannot be read, gives no party, or an entry is not as it must.
    """
    file = Path(path)
    text = own_text_of(file)
    rows = entries_of(file, text)
    refuse_twice(file, rows)
    if not rows:
        raise InputError(f"{file} gives no party: write each party as [[party]].")
    known, read = with_entries(file, before), with_entries(file, f"{before}\n{text}")
    names = tuple(dict.fromkeys(str(row["name"]) for row in rows))
    words = frozenset(word for name in names if (one := read.get(name)) for word in (name, *one.aliases))
    new = tuple(name for name in names if known.get(name) is None)
    return Checked(new, tuple(name for name in names if name not in new), words)


def add_parties(record: Path, path: Path | str) -> Checked:
    """Put a file's parties to those beside a record: all of them, or none.

    The same file again changes nothing. Raises InputError likewise, StoreError when it cannot be written.
    """
    beside, given = parties_beside(record), own_text_of(Path(path)).strip()
    before = own_text_of(beside) if beside.exists() else ""
    checked = check_parties(path, before)
    if given not in before:
        _write(beside, f"{before.rstrip()}\n\n{given}\n".lstrip())
    use_parties_of(record)
    return checked


def _write(file: Path, text: str) -> None:
    part = file.with_name(f"{file.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    except OSError as error:
        why = f"{file} could not be written ({error.strerror}). Check disk and permissions."
        raise StoreError(why) from error
