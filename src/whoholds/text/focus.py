"""What generic words ("rebels", "the army", "the enemy") stand for in a report, and who fights whom in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from whoholds.lexicon import read_ontology
from whoholds.ontology import ARMED_GROUPS, Party, parties
from whoholds.text.described import BACKED
from whoholds.text.parties import PartyMention

YEAR = 365  # days
SHORT = 4  # letters of an abbreviation that other things are called too
FEW, MANY = 2, 3  # mentions from which a third state counts; times more often that one rival must be named


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
        self._ousted = _ousted(country, published, self._governing)
        self._all = [m for m in mentions if m.name is not None]
        self._named = [m for m in self._all if not m.metonym]
        self._weights = Counter(m.name for m in self._named if m.name)
        self._by_word: dict[str, list[PartyMention]] = {}
        self._rivals: dict[str | None, Counter[str]] = {}
        self._states = Counter(m.name for m in self._all if m.name and m.role == "government")
        self._governors = frozenset(party.name for party in self._governing)
        generic = {m.word for m in mentions if m.name is None and m.role == "rebels"}
        self._unnamed = {word for word in generic if word != "armed" and not self._called(word)}

    def resolve(self, mention: PartyMention) -> str | None:
        """The plain name for a mention, or None when nothing in the report makes it clear."""
        if mention.name is not None:
            return mention.name
        at = mention.span.start
        if mention.names:
            return _nearest(self._described(mention), at)
        if mention.word == "regime" and self._ousted:
            return next((name for name in self._ousted if self._weights[name]), None)
        if mention.word == "junta":
            return self._junta(at)
        if mention.role == "government":
            return self.government(at)
        return self.enemy(None, at) if mention.role == "enemy" else self.rebels(at, mention.word)

    def government(self, at: int | None = None) -> str | None:
        """The government in focus: of the country the report is about, else the one named nearest before."""
        if self._governing:
            return max(self._governing, key=lambda party: self._weights[party.name]).name
        return _nearest(self._called("government"), at)

    def _junta(self, at: int) -> str | None:
        """Whose a "junta" is: the government in focus or another one named, if soldiers have ruled there."""
        one = self.government(at)
        return (
            one
            if _is_junta(one)
            else _nearest([m for m in self._called("government") if _is_junta(m.name)], at)
        )

    def rebels(self, at: int | None = None, word: str = "armed") -> str | None:
        """The armed group in focus that a kind of word ("rebels", "jihadists", "separatists") can mean."""
        return _nearest(self._called(word), at)

    def enemy(self, side: str | None, at: int | None = None) -> str | None:
        """Whom a side calls the enemy or the occupiers; without a side, the government in focus does."""
        return self.opponent(side or self.government(at), at)

    def opponent(self, name: str | None, at: int | None = None) -> str | None:
        """The party that fights the named one, where the report makes it clear: exactly one side is left."""
        party = parties().get(name) if name else None
        if party is None:
            return None
        role = self._role(party.name, party.kind)
        groups = self._groups(party)
        if role in ARMED_GROUPS:
            return self._foe_of_group(party, groups, at)
        if role != "government":
            return None
        state = self._other_state(party)
        if not groups:
            return state
        one = self._sole(groups)
        return state if state and one and self._weights[state] > MANY * groups[one] else one

    def taker(self) -> str | None:
        """Who takes places here when a sentence does not say: the only armed group of the report."""
        groups = self._groups(self._governing[0] if self._governing else None)
        return next(iter(groups)) if len(groups) == 1 and not self._unnamed else None

    def _foe_of_group(self, group: Party, others: Counter[str], at: int | None) -> str | None:
        """The government that an armed group fights; another group where no government is named at all."""
        one = self.government(at)
        if one is not None and not _allied(group.name, one):
            other = self._sole(others)
            fights = other is not None and not self._weights[one] and others[other] >= FEW
            return other if fights else one
        return self.opponent(one, at) if one is not None and one != group.name else None

    def _called(self, word: str) -> list[PartyMention]:
        """Mentions of armed groups that a kind of word can mean."""
        if word not in self._by_word:
            named = {(m.name, m.role) for m in self._named if m.name}
            meant = {one for one in named if self._may_be(*one, word)}
            self._by_word[word] = [m for m in self._named if (m.name, m.role) in meant]
        return self._by_word[word]

    def _described(self, mention: PartyMention) -> list[PartyMention]:
        """The groups that "Iran-backed militias" or "Chadian fighters" can be."""
        if mention.word == BACKED:
            groups = (m for m in self._named if self._role(m.name, m.role) in ARMED_GROUPS)
            return [m for m in groups if any(_fights_for(m.name, one) for one in mention.names)]
        homes = {p.countries[0] for one in mention.names if (p := parties().get(one)) and p.countries}
        called = ((m, parties().get(m.name or "")) for m in self._called(mention.word))
        return [m for m, party in called if party is not None and homes & set(party.countries)]

    def _may_be(self, name: str, role: str, word: str) -> bool:
        if word == "government":
            return role == word
        party = parties().get(name)
        if party is None or self._role(name, role) not in ARMED_GROUPS:
            return False
        if word == "armed" or word in party.called:
            return True
        if party.called or word in ("jihadists", "separatists"):
            return word == "insurgents" and "jihadists" in party.called
        if word == "paramilitaries":
            return party.kind == "militia"
        return not any(_allied(name, one.name) for one in self._governing)

    def _groups(self, besides: Party | None) -> Counter[str]:
        """Armed groups of the report that are not the party nor on its side, and how often they are named.

        A group that fights beside a state which is named more often counts as that state.
        """
        key = besides.name if besides is not None else None
        if key in self._rivals:
            return self._rivals[key]
        found = self._rivals[key] = Counter()
        armed = (m.name for m in self._named if m.name and self._role(m.name, m.role) in ARMED_GROUPS)
        for name in dict.fromkeys(armed):
            if besides is not None and (name == besides.name or _allied(name, besides.name)):
                continue
            found[self._patron(name, besides)] += self._weights[name]
        return found

    def _patron(self, name: str, besides: Party | None) -> str:
        states = dict.fromkeys(m.name for m in self._named if m.name and m.role == "government")
        over = (s for s in states if _allied(name, s) and (besides is None or s != besides.name))
        one = max(over, key=lambda state: self._weights[state], default=None)
        return one if one is not None and self._weights[one] > self._weights[name] else name

    def _sole(self, rivals: Counter[str]) -> str | None:
        """The only rival, or the one that is named far more often than any other."""
        if not rivals or (self._unnamed and self._governing):
            return None
        ranked = rivals.most_common(2)
        alone = len(ranked) == 1 or _allied(ranked[0][0], ranked[1][0])
        return ranked[0][0] if alone or ranked[0][1] > MANY * ranked[1][1] else None

    def _role(self, name: str | None, role: str) -> str:
        """The role of a party on the day of the report."""
        return "government" if name in self._governors else role

    def _other_state(self, besides: Party) -> str | None:
        """The state that a report on a war of states names most besides this one, well before any third."""
        states = self._states.items()
        others = Counter(
            {n: count for n, count in states if n != besides.name and not _allied(n, besides.name)}
        )
        ranked = others.most_common(2)
        if not ranked or ranked[0][1] < FEW or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]


@cache
def _juntas() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["juntas"]["countries"])


def _is_junta(name: str | None) -> bool:
    party = parties().get(name) if name else None
    return party is not None and not _juntas().isdisjoint(party.countries[:1])


def _ousted(country: str | None, published: date | None, governing: Sequence[Party]) -> Sequence[str]:
    """The parties that governed in the year before and do no more: a "regime" may be theirs."""
    if country is None or published is None or published.year == 1:
        return ()
    before = parties().governments(country, published - timedelta(days=YEAR))
    return [party.name for party in before if party not in governing]


def _allied(one: str, other: str) -> bool:
    """True for parties that fight on one side and are yet two parties: Wagner and the Malian government."""
    first, second = parties().get(one), parties().get(other)
    return (first is not None and other in first.allies) or (second is not None and one in second.allies)


def _fights_for(name: str | None, backer: str) -> bool:
    party = parties().get(name) if name else None
    return party is not None and backer in party.allies


def _nearest(wanted: Sequence[PartyMention], at: int | None) -> str | None:
    """The party that is named last before a position, else first after it; the most frequent without one."""
    if not wanted:
        return None
    if at is None:
        return Counter(m.name for m in wanted).most_common(1)[0][0]
    place = bisect_right(wanted, at, key=lambda mention: mention.span.start)
    return wanted[max(0, place - 1)].name


def settle(
    mentions: Iterable[PartyMention], country: str | None, published: date | None
) -> tuple[PartyMention, ...]:
    """The same mentions; an alias of several parties means the one of the country in focus on that day.

    A short abbreviation of a group that fights elsewhere means nobody, unless the report names it in full; so
    does a name that is a common word.
    """
    settled = [_settled(mention, country, published) for mention in mentions]
    full = {m.name for m in settled if m.span.end - m.span.start > SHORT and not m.vague}
    return tuple(m for m in settled if m.name in full or not _is_elsewhere(m, country))


def _is_elsewhere(mention: PartyMention, country: str | None) -> bool:
    """True for "PDF" or "joint forces" in a report on a country in which no such party fights."""
    party = parties().get(mention.name) if mention.name and mention.how == "named" else None
    if party is None or (mention.vague and country is None):
        return party is not None
    short = party.is_group and mention.span.end - mention.span.start <= SHORT
    if not short and not mention.vague:
        return False
    return country is not None and bool(party.countries) and country not in party.countries


def _settled(mention: PartyMention, country: str | None, published: date | None) -> PartyMention:
    if mention.name is None:
        return mention
    candidates = [party for name in mention.names if (party := parties().get(name)) is not None]
    fitting = [p for p in candidates if published is None or p.begun(published)]
    ranked = sorted(fitting or candidates, key=lambda p: (country not in p.countries, _is_past(p, published)))
    if not ranked or ranked[0].name == mention.name:
        return mention
    return replace(mention, name=ranked[0].name, role=ranked[0].kind)


def _is_past(party: Party, published: date | None) -> bool:
    """True for a government that is no more in office."""
    return published is not None and party.state_until is not None and party.state_until < published


def resolve_parties(mentions: Sequence[PartyMention], focus: Focus) -> tuple[PartyMention, ...]:
    """The same mentions with generic words resolved by the focus of the report."""
    return tuple(replace(mention, name=focus.resolve(mention)) for mention in mentions)
