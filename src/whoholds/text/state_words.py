"""Whose arms words mean: a state's ("Sudanese army") or a group's ("Myanmar's Arakan Army", "rebel army")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol

from whoholds.lexicon import read_ontology
from whoholds.model import Span

NEXT_WORD = re.compile(
    r"[ -]((?i:group(?:ing)? of (?:forces|troops)\b)|[A-Za-z']+)(?:-\d+\w*)?"
)  # "F-16s" is F
OWNED = re.compile(r"'s (?:[a-z][\w-]+ ){0,2}")  # "Russia's mercenary Wagner Group"
JOINED = re.compile(r"(?:,| and|, and) ")
STATE_REACH = 4  # words after "Afghan" within which its head noun must stand
BEFORE = 60  # characters before "army" in which "rebel" may stand


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


class Groups(Protocol):
    """Names of armed groups by position."""

    def beginning_in(self, span: Span) -> Sequence[_Spanned]:
        """Those that begin inside a span."""


def state_end(text: str, end: int, groups: Groups) -> int | None:
    """Where "Afghan (national) (security) forces" ends, given where "Afghan" does.

    None when no word of a state's arms follows, or a group is named or described there.
    """
    own, last, reach = end, None, STATE_REACH
    while (match := NEXT_WORD.match(text, end)) is not None:
        word = match.group(1).lower()
        is_head = word in _words("heads") and not (word in _words("acts") and _is_many(text[own:end]))
        if reach == 0 or (last is not None and not is_head) or word in _words("breaking"):
            break
        if last is None and _is_irregular(word):
            return None
        if groups.beginning_in(Span(match.start(1), match.start(1) + 1)):
            return own if text[own:end].endswith(" and") else last  # "Afghan and NATO forces" are two
        end, reach = match.end(), reach - 1
        last = end if is_head else last
    return last


def _is_many(between: str) -> bool:
    """True where the words end with many of somebody, or an adverb: what follows is what they do."""
    last = between.rpartition(" ")[2].lower()
    return (last.endswith("s") and last not in _words("heads")) or last in _adverbs()


def sharer_at(text: str, span: Span) -> int | None:
    """Where the next state's adjective begins, that shares one word for arms with this one."""
    after = _joined_at(text, span.end)
    armed = span.of(text).split()[-1].lower() in _words("heads")  # "Afghan troops and NATO soldiers"
    return None if armed else after


def _joined_at(text: str, end: int) -> int | None:
    joined = JOINED.match(text, end)
    return joined.end() if joined is not None else None


def own_end(text: str, end: int, groups: Groups, states: Groups) -> int | None:
    """As `state_end`; the end of the adjective itself where another state's shares its arms with it.

    "Mozambican and Rwandan forces" are the forces of two. `states`: where adjectives of states stand.
    """
    after = _joined_at(text, end)
    others = states.beginning_in(Span(after, after + 1)) if after is not None else ()
    if any(own_end(text, other.span.end, groups, states) is not None for other in others):
        return end
    return state_end(text, end, groups)


def is_of_group(text: str, span: Span, groups: Groups) -> bool:
    """True for the name of a state in that of a group ("Yemeni forces loyal to Saleh"), or that owns one."""
    if any(group.span.end > span.end for group in groups.beginning_in(span)):
        return True
    match = OWNED.match(text, span.end)
    if match is None:
        return False
    words = [at for at in range(match.start() + 2, match.end()) if text[at] == " "]
    return any(groups.beginning_in(Span(at + 1, at + 2)) for at in words)


def irregular_before(text: str, start: int) -> tuple[int, str] | None:
    """Where "rebel (Kachin) army" begins and the kind of group that it is, given where "army" does."""
    match = _irregular_pattern().search(text[max(0, start - BEFORE) : start])
    if match is None:
        return None
    return start - (match.end() - match.start()), _irregular()[match.group(1).lower()]


def is_of_locals(text: str, span: Span) -> bool:
    """True for the "fighters" of "local fighters", the "defence forces" of "village defence forces"."""
    table = read_ontology("party_words")["of_locals"]
    before = text[max(0, span.start - BEFORE) : span.start].lower().split()[-1:]
    return span.of(text).lower() in table["arms"] and not set(before).isdisjoint(table["words"])


@cache
def _irregular_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _irregular()), key=len, reverse=True))
    return re.compile(rf"(?<![\w'-])((?i:{words}))[ -](?:(?:[A-Z][\w'-]+|minority|armed) ){{0,2}}$")


@cache
def _irregular() -> dict[str, str]:
    """Words before "army" that make it a group's, with the kind of group."""
    return {word: kind for kind, words in read_ontology("party_words")["irregular"].items() for word in words}


def _is_irregular(word: str) -> bool:
    return word in _irregular() or word in _groups_of_people()


def is_irregular_after(text: str, end: int) -> bool:
    """True where an adjective of a state, that ends here, is of armed people who are no state's."""
    match = NEXT_WORD.match(text, end)
    return match is not None and _is_irregular(match.group(1).lower())


@cache
def _groups_of_people() -> frozenset[str]:
    """ "rebels", "militants": one word for armed people who are no state's."""
    generic = read_ontology("party_words")["generic"]
    kinds = ("rebels", "jihadists", "separatists", "insurgents", "paramilitaries")
    return frozenset(word.lower() for kind in kinds for word in generic[kind] if " " not in word)


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["acts"]["adverbs"])


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_ontology("party_words")[table]["words"])
