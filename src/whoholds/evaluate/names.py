"""When two names mean the same, for scoring: by a word in common, or by the party that both name."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Table:
    """Words that say little, and what each family of parties is called."""

    weak: frozenset[str]
    families: Mapping[str, re.Pattern[str]]


def words(name: str | None) -> tuple[str, ...]:
    """The words of a name in lower case, without marks and without a possessive s."""
    parts = unicodedata.normalize("NFKD", name or "")
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return tuple(word for word in _WORD.findall(bare.casefold()) if word != "s")


def share_word(one: str | None, other: str | None) -> bool:
    """True for the same name: a telling word in common, or any word where one has no telling word.

    Two names that are both missing are the same; a missing one and a given one are not.
    """
    first, second = set(words(one)), set(words(other))
    if not first or not second:
        return first == second
    weak = _table().weak
    if first - weak and second - weak:
        first, second = first - weak, second - weak
    return not first.isdisjoint(second)


def same_party(one: str | None, other: str | None) -> bool:
    """True when both name a party of one family; `share_word` where either is of no known family."""
    first, second = families(one or ""), families(other or "")
    return not first.isdisjoint(second) if first and second else share_word(one, other)


@lru_cache(maxsize=4096)
def families(name: str) -> frozenset[str]:
    """The families of parties that a name tells of: none, one or several ("Syrian Kurdish rebels")."""
    return frozenset(family for family, forms in _table().families.items() if name and forms.search(name))


@cache
def _table() -> _Table:
    file = resources.files("whoholds") / "data" / "evaluate" / "names.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    weak = frozenset(word for line in data["weak"].values() for word in line.split())
    named = {
        family: re.compile("|".join(map(_pattern, _spelt(forms, data["forces"]))), re.IGNORECASE)
        for family, forms in data["families"].items()
    }
    return _Table(weak, named)


def _spelt(forms: Iterable[str], forces: Iterable[str]) -> Iterator[str]:
    for form in forms:
        if "{forces}" in form:
            yield from (form.replace("{forces}", word) for word in forces)
        else:
            yield form


def _pattern(form: str) -> str:
    if form.startswith("="):
        return rf"\A{re.escape(form[1:])}\Z"
    return r"\b".join(re.escape(part) for part in form.split("|"))
