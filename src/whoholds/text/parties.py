"""Parties named in a report, and what its generic words ("rebels", "the army") stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from whoholds.lexicon import read_ontology
from whoholds.model import Span
from whoholds.ontology import Party, parties

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick

NOT_THE_PARTY = re.compile(r"[-‑](?:backed|led|trained|made|based|sponsored|supplied|allied|aligned|style|era|born)")
NEXT_WORD = re.compile(r"[ -]([A-Za-z']+)")
STATE_REACH = 4  # words after "Afghan" within which its head noun must stand
OPPOSED = {"government": ("rebels", "militia", "foreign"), "rebels": ("government", "foreign")}


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words that mean a party. `name` is its plain name, None where a generic word has no party in focus.

    `how` is named ("Taliban"), state ("Afghan troops") or generic ("insurgents"); `role` the kind of party;
    `metonym` marks the name of a capital or country, which means the party only where it acts or speaks.
    """

    span: Span
    name: str | None
    how: str
    role: str
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    party: Party | None
    how: str
    role: str
    metonym: bool = False


@cache
def _table() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[_Entry, ...]]:
    import daachorse

    rows: dict[str, _Entry] = {}
    for party in parties():
        for alias in (party.name, *party.aliases):
            metonym = alias in _capitals()
            rows.setdefault(alias.replace("’", "'"), _Entry(party, "named", party.kind, metonym))
        for word in party.demonyms:
            rows.setdefault(word.replace("’", "'"), _Entry(party, "demonym", party.kind))
    for role in ("rebels", "government"):
        for word in read_ontology("parties")["generic"][role]:
            for form in (word, word[0].upper() + word[1:]):
                rows.setdefault(form, _Entry(None, "generic", role))
    return daachorse.CharwiseDoubleArrayAhoCorasick(list(rows)), tuple(rows.values())


@cache
def _capitals() -> frozenset[str]:
    return frozenset(read_ontology("parties")["metonyms"]["capitals"])


@cache
def _heads() -> frozenset[str]:
    return frozenset(read_ontology("parties")["generic"]["heads"])


def find_parties(text: str) -> tuple[PartyMention, ...]:
    """All mentions of parties, in order, none inside another. Generic words have `name` None here."""
    automaton, entries = _table()
    plain = text.replace("’", "'").replace("‘", "'")
    hits = [(s, e, entries[k]) for s, e, k in automaton.find_overlapping(plain) if _bounded(plain, s, e)]
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    found: list[PartyMention] = []
    for start, end, entry in hits:
        if found and start < found[-1].span.end:
            continue
        mention = _mention(plain, Span(start, end), entry)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _bounded(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before in "-@#_" or after.isalnum() or after == "_")


def _mention(text: str, span: Span, entry: _Entry) -> PartyMention | None:
    if NOT_THE_PARTY.match(text, span.end):
        return None
    if entry.how == "generic":
        return PartyMention(span, None, "generic", entry.role)
    assert entry.party is not None
    if entry.how == "demonym":
        end = _state_head(text, span.end)
        if end is None:
            return None
        return PartyMention(Span(span.start, end), entry.party.name, "state", entry.role)
    return PartyMention(span, entry.party.name, "named", entry.role, entry.metonym)


def _state_head(text: str, end: int) -> int | None:
    """Where "Afghan (national) (security) forces" ends, or None when no word of a state's arms follows."""
    last, reach = None, STATE_REACH
    for match in iter(lambda: NEXT_WORD.match(text, end), None):
        is_head = match.group(1).lower() in _heads()
        if reach == 0 or (last is not None and not is_head):
            break
        end, reach = match.end(), reach - 1
        last = end if is_head else last
    return last


class Focus:
    """Which party a report's generic words mean: the latest named of that kind before them, else the first."""

    def __init__(self, mentions: Sequence[PartyMention], country: str | None) -> None:
        self._all = [m for m in mentions if m.name is not None]
        self._named = [m for m in mentions if m.name is not None and not m.metonym]
        self._weights = Counter(m.name for m in self._named)
        self._starts = [m.span.start for m in self._named]
        self.country = country

    def resolve(self, mention: PartyMention) -> str | None:
        """The plain name for a mention, or None when nothing in the report makes it clear."""
        if mention.name is not None:
            return mention.name
        if mention.role == "government":
            return self.government(mention.span.start)
        return self.rebels(mention.span.start)

    def government(self, at: int | None = None) -> str | None:
        """The government in focus: of the country the report is about, else the one named nearest before."""
        if self.country is not None:
            governing = [p for p in parties().governments(self.country)]
            if governing:
                return max(governing, key=lambda p: self._weights[p.name]).name
        return self._nearest(("government",), at)

    def rebels(self, at: int | None = None) -> str | None:
        """The armed group in focus."""
        return self._nearest(("rebels", "militia"), at)

    def opponent(self, name: str | None, at: int | None = None) -> str | None:
        """The party that fights the named one, where the report makes it clear: exactly one side is left."""
        party = parties().get(name) if name else None
        if party is None:
            return None
        if party.kind in ("rebels", "militia"):
            return self.government(at)
        groups = {m.name for m in self._named if m.role in ("rebels", "militia")}
        if party.kind == "government" and groups:
            return groups.pop() if len(groups) == 1 else None
        return self._other_state(name) if party.kind == "government" else None

    def _other_state(self, name: str | None) -> str | None:
        """The state that a report on a war of states names most besides this one, well before any third."""
        others = Counter(m.name for m in self._all if m.role == "government" and m.name not in (name, None))
        ranked = others.most_common(2)
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def taker(self, at: int | None = None) -> str | None:
        """Who takes places in this report when a sentence does not say: its only armed group, if there is one."""
        groups = {m.name for m in self._named if m.role in ("rebels", "militia")}
        return groups.pop() if len(groups) == 1 else None

    def _nearest(self, roles: Iterable[str], at: int | None) -> str | None:
        wanted = [m for m in self._named if m.role in tuple(roles)]
        if not wanted:
            return None
        if at is None:
            return Counter(m.name for m in wanted).most_common(1)[0][0]
        place = bisect_right([m.span.start for m in wanted], at)
        return wanted[max(0, place - 1)].name


def resolve_parties(mentions: Sequence[PartyMention], focus: Focus) -> tuple[PartyMention, ...]:
    """The same mentions with generic words resolved by the focus of the report."""
    return tuple(replace(mention, name=focus.resolve(mention)) for mention in mentions)
