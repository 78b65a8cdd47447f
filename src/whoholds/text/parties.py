"""Parties named in a report, and what its generic words ("rebels", "the army") stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from whoholds.lexicon import read_ontology
from whoholds.model import Span
from whoholds.ontology import Party, parties

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick

NEXT_WORD = re.compile(r"[ -]([A-Za-z']+)")
STATE_REACH = 4  # words after "Afghan" within which its head noun must stand
ARMED_GROUPS = ("rebels", "militia")


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
def _not_the_party() -> re.Pattern[str]:
    """ "Taliban-backed": who is backed by the party, not the party."""
    return re.compile(rf"[-‑](?:{'|'.join(read_ontology('parties')['generic']['attached'])})")


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
    if _not_the_party().match(text, span.end):
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
    while (match := NEXT_WORD.match(text, end)) is not None:
        is_head = match.group(1).lower() in _heads()
        if reach == 0 or (last is not None and not is_head):
            break
        end, reach = match.end(), reach - 1
        last = end if is_head else last
    return last


@dataclass(frozen=True, slots=True)
class _Named:
    """Names of mentions by position, where these start, and the different names, the most frequent first."""

    names: Sequence[str]
    starts: Sequence[int]
    different: Sequence[str]


class Focus:
    """Which party a report's generic words mean: the latest named of that kind before them, else the first.

    `country` is the one that the report is about, `published` its day: an armed group that governs on that
    day is the government.
    """

    def __init__(
        self, mentions: Sequence[PartyMention], country: str | None, published: date | None = None
    ) -> None:
        self.country = country
        self._governing = parties().governments(country, published) if country else ()
        self._all = [m for m in mentions if m.name is not None]
        self._named = [m for m in self._all if not m.metonym]
        self._weights = Counter(m.name for m in self._named)
        self._states = Counter(m.name for m in self._all if m.role == "government")
        self._governors = frozenset(party.name for party in self._governing)
        self._of_roles: dict[Sequence[str], _Named] = {}

    def resolve(self, mention: PartyMention) -> str | None:
        """The plain name for a mention, or None when nothing in the report makes it clear."""
        if mention.name is not None:
            return mention.name
        at = mention.span.start
        return self.government(at) if mention.role == "government" else self.rebels(at)

    def government(self, at: int | None = None) -> str | None:
        """The government in focus: of the country the report is about, else the one named nearest before."""
        if self._governing:
            return max(self._governing, key=lambda party: self._weights[party.name]).name
        return self._nearest(("government",), at)

    def rebels(self, at: int | None = None) -> str | None:
        """The armed group in focus."""
        return self._nearest(ARMED_GROUPS, at)

    def opponent(self, name: str | None, at: int | None = None) -> str | None:
        """The party that fights the named one, where the report makes it clear: exactly one side is left."""
        party = parties().get(name) if name else None
        if party is None:
            return None
        role = self._role(party.name, party.kind)
        if role in ARMED_GROUPS:
            return self.government(at)
        groups = self._groups()
        if role == "government" and groups:
            return groups[0] if len(groups) == 1 else None
        return self._other_state(party.name) if role == "government" else None

    def taker(self) -> str | None:
        """Who takes places here when a sentence does not say: the only armed group of the report."""
        groups = self._groups()
        return groups[0] if len(groups) == 1 else None

    def _groups(self) -> Sequence[str]:
        """The different armed groups that the report names."""
        return self._with_roles(ARMED_GROUPS).different

    def _role(self, name: str | None, role: str) -> str:
        """The role of a party on the day of the report."""
        return "government" if name in self._governors else role

    def _other_state(self, name: str) -> str | None:
        """The state that a report on a war of states names most besides this one, well before any third."""
        ranked = [state for state in self._states.most_common(3) if state[0] != name][:2]
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def _nearest(self, roles: Sequence[str], at: int | None) -> str | None:
        """The party of these roles that is named last before a position; the most frequent without one."""
        wanted = self._with_roles(roles)
        if not wanted.names:
            return None
        if at is None:
            return wanted.different[0]
        return wanted.names[max(0, bisect_right(wanted.starts, at) - 1)]

    def _with_roles(self, roles: Sequence[str]) -> _Named:
        """The mentions of parties of these roles, worked out once."""
        if roles not in self._of_roles:
            wanted = [m for m in self._named if self._role(m.name, m.role) in roles]
            names = [m.name for m in wanted if m.name is not None]
            different = [name for name, _ in Counter(names).most_common()]
            self._of_roles[roles] = _Named(names, [m.span.start for m in wanted], different)
        return self._of_roles[roles]


def resolve_parties(mentions: Sequence[PartyMention], focus: Focus) -> tuple[PartyMention, ...]:
    """The same mentions with generic words resolved by the focus of the report."""
    return tuple(replace(mention, name=focus.resolve(mention)) for mention in mentions)
