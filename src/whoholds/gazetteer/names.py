"""Every gazetteer name in a running text, with exact offsets: the longest that stand at word boundaries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whoholds.gazetteer.fold import Words, find_words, first_form, inner_form, is_article
from whoholds.model import Span

_WITHIN_A_NAME = re.compile(r" {1,2}|-|\.| ?\n ?|\. ")
_Found = tuple[int, int, str, tuple[str, ...]]  # first word, last word, key, ids
_LONGEST_ABBREVIATION = 3  # "St. Petersburg", "Mt. Lebanon"


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name in a text and the ids of all places it may stand for, most populous first.

    `common`: the name is also an ordinary word, a day or month, a title or a first name ("Since", "May",
    "Nice", "Victoria"), so that a place should be meant only if something else says so.
    """

    span: Span
    places: tuple[str, ...]
    common: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the search asks of a gazetteer: the most words of a name that begins with a folded word (0: none
    does), the ids of a folded name that may stand in text, and whether it is an ordinary word."""

    longest: Callable[[str], int]
    ids: Callable[[str], tuple[str, ...]]
    common: Callable[[str], bool]


def find_names(text: str, known: Known) -> list[NameHit]:
    """Find the names in a text, in order and without overlaps; a longer name goes before a shorter one."""
    words = find_words(text)
    found: list[_Found] = []
    for index, start in enumerate(words.starts):
        if not text[start].islower() or _is_bound_article(words, index):
            hit = _longest_at(words, index, known)
            if hit is not None:
                found.append(hit)
    return [
        NameHit(Span(words.starts[first], words.ends[last]), ids, known.common(key))
        for first, last, key, ids in _apart(found)
    ]


def _is_bound_article(words: Words, index: int) -> bool:
    """True for an article in lower case that a hyphen binds to a name ("al-Bab", "ez-Zor")."""
    return words.joined(index) and is_article(words.key(index)) and _is_capital(words, index + 1)


def _is_capital(words: Words, index: int) -> bool:
    return not words.text[words.starts[index]].islower()


def _longest_at(words: Words, index: int, known: Known) -> _Found | None:
    """The longest name that begins at a word."""
    key = words.key(index)
    most = known.longest(key)
    form = first_form(key, words.joined(index))
    if form != key:
        most = max(most, known.longest(form))
    if most > 1:
        for last, name in reversed(list(_stretches(words, index, most))):
            ids = known.ids(name) if _may_end(words, last) else ()
            if ids:
                return index, last, name, ids
    ids = known.ids(key) if most else ()
    return (index, index, key, ids) if ids else None


def _stretches(words: Words, index: int, most: int) -> Iterator[tuple[int, str]]:
    """Last word and key of each stretch of two words and more, from a word on, that could be one name."""
    begun = first_form(words.key(index), words.joined(index))
    for last in range(index + 1, min(index + most, len(words))):
        if not _goes_on(words, last - 1):
            return
        key = words.key(last)
        yield last, f"{begun} {key}"
        begun = f"{begun} {inner_form(key, words.joined(last))}"


def _goes_on(words: Words, last: int) -> bool:
    gap = words.gap(last)
    if "." in gap and words.ends[last] - words.starts[last] > _LONGEST_ABBREVIATION:
        return False
    return _WITHIN_A_NAME.fullmatch(gap) is not None


def _may_end(words: Words, last: int) -> bool:
    """The last word of a name of several has a capital too, unless a hyphen binds it ("Sar-e-pul")."""
    return _is_capital(words, last) or words.joined(last - 1)


def _apart(found: list[_Found]) -> list[_Found]:
    """Of names that overlap keep the one of more words, then of more letters, then the earlier."""
    taken: list[_Found] = []
    for hit in found:
        while taken and taken[-1][1] >= hit[0] and _size(hit) > _size(taken[-1]):
            taken.pop()
        if not taken or taken[-1][1] < hit[0]:
            taken.append(hit)
    return taken


def _size(hit: _Found) -> tuple[int, int]:
    return hit[1] - hit[0], len(hit[2])
