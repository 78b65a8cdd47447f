"""What of a picture is wanted: filters that every export obeys, and says that it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import get_close_matches

from whoholds.control.evidence import day_of
from whoholds.control.positions import named_party
from whoholds.errors import InputError
from whoholds.exports.withholding import masked_claimer
from whoholds.model import Place
from whoholds.ontology import parties
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.silences import ResolvedSilence
from whoholds.text.place_words import is_demonym

Wanted = str | tuple[str, ...] | None
"""A value that is asked for, or several of which one is enough."""
UNNAMED = "unnamed"  # a claimer of whom no more is said


@dataclass(frozen=True, slots=True)
class Filter:
    """Values that claims must have; None does not ask, and of several values one is enough.

    Words are compared whatever their case. `place` is a place's id, also that of a province or country around
    it; `party` does it or has it done to it; `claimer` stands anywhere in the claimer's words; `side` is also
    that of an outlet which tells its own side's gain; `country` is an ISO code of two letters; `since` and
    `until` bound the last day a claim speaks of, `published_since` and `published_until` that on which it was
    published (without a date: that from which it is known).
    """

    place: Wanted = None
    party: Wanted = None
    claimer: Wanted = None
    side: Wanted = None
    outlet: Wanted = None
    type: Wanted = None
    factuality: Wanted = None
    precision: Wanted = None
    country: Wanted = None
    since: date | None = None
    until: date | None = None
    published_since: date | None = None
    published_until: date | None = None

    def keeps(self, claim: ResolvedClaim) -> bool:
        """True for a claim that is wanted."""
        return (
            self._keeps_place(claim)
            and same(self.party, claim.actor, claim.recipient)
            and self._keeps_claimer(claim.claimer or "")
            and same(self.side, claim.told_by)
            and same(self.outlet, claim.outlet)
            and same(self.type, claim.claim.type.value)
            and same(self.factuality, claim.claim.factuality.value)
            and same(self.precision, claim.precision.value)
            and same(self.country, claim.place.country if claim.place is not None else None)
            and _within(lambda: day_of(claim), self.since, self.until)
            and self._keeps_published(claim)
        )

    def _keeps_published(self, told: ResolvedClaim | ResolvedSilence) -> bool:
        return _within(
            lambda: told.published or told.known_from.date(), self.published_since, self.published_until
        )

    def keeps_silence(self, silence: ResolvedSilence) -> bool:
        """True for a silence at a place that is wanted, as far as it can be asked of one."""
        place = silence.place
        here = place is not None and self.is_around(place) and same(self.country, place.country)
        said = same(self.outlet, silence.outlet) and same(self.party, silence.party)
        return here and said and self._keeps_published(silence)

    def _keeps_place(self, claim: ResolvedClaim) -> bool:
        return not self.place or (claim.place is not None and self.is_around(claim.place))

    def is_around(self, place: Place) -> bool:
        """True for a place that is asked for, or lies inside one that is; for all where none is."""
        asked = values_of(self.place)
        around = (place.id, place.part_of, place.province, f"iso:{place.country}")
        return not asked or not set(asked).isdisjoint(around)

    def meant(self, find: Callable[[str], str]) -> Filter:
        """The filter with places as ids, which `find` gives of a name or an id."""
        found = tuple(dict.fromkeys(map(find, values_of(self.place))))
        return replace(self, place=found[0] if len(found) == 1 else found) if found else self

    def _keeps_claimer(self, words: str) -> bool:
        wanted, told = values_of(self.claimer), words.casefold()
        return not wanted or any(one.casefold() in told for one in wanted)

    def keeps_state(self, state: ControlState, kept: frozenset[str]) -> bool:
        """True for the state of a place that a wanted claim is about (`kept` are the ids of those places)."""
        return not self.asked or state.place.id in kept

    @property
    def asked(self) -> dict[str, str | list[str]]:
        """What is asked for, by name: a word, or a list of several."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        values = {name: list(values_of(value)) for name, value in found.items()}
        return {name: told[0] if len(told) == 1 else told for name, told in values.items() if told}


def as_party(words: str | None) -> str | None:
    """The words where they are a party: a known one, or people with a name of their own ("Popular Front").

    None for "civilians" and "contested", and for people of a country, "Malian policemen".
    """
    named = named_party(words)
    if named is None or parties().get(named) is not None:
        return named
    own = any(word[:1].isupper() and not is_demonym(word) for word in named.split())
    return words if own else None


VALUES: dict[str, Callable[[ResolvedClaim], tuple[str | None, ...]]] = {
    "party": lambda claim: (as_party(claim.actor), as_party(claim.recipient)),
    "claimer": lambda claim: (None if claim.claimer == UNNAMED else claim.claimer,),
    "side": lambda claim: (claim.told_by,),
    "outlet": lambda claim: (claim.outlet,),
    "type": lambda claim: (claim.claim.type.value,),
    "factuality": lambda claim: (claim.claim.factuality.value,),
    "precision": lambda claim: (claim.precision.value,),
    "country": lambda claim: (claim.place.country if claim.place is not None else None,),
}
"""Each filter that is counted with the values that a claim has for it; None is none, and neither unnamed
people nor words that are no party are a value, though such words may be asked for. The page's columns and the
counts of the server are both made of these."""
SPELT = frozenset(("party", "claimer", "side", "outlet", "country"))
"""Filters whose words are those of reports, and may be misspelt."""


Had = Mapping[str, Mapping[str, str]]
"""By the name of a filter the words that claims have of it, by their folded form."""


def words_had(claims: Iterable[ResolvedClaim], *, public: bool = False) -> Had:
    """The words that claims have of each filter in `SPELT`; `public`: private persons by their role alone."""
    told = list(claims)
    values = VALUES | {
        "party": lambda claim: (claim.actor, claim.recipient),
        "claimer": lambda claim: (masked_claimer(claim.claimer, claim.side) if public else claim.claimer,),
    }
    return {
        name: {value.casefold(): value for one in told for value in values[name](one) if value}
        for name in SPELT
    }


def unmet_words(wanted: Filter, words: Had) -> list[str]:
    """A sentence on each value that is asked for and that no claim has, with those that are spelt alike."""
    found = []
    for name in sorted(SPELT.intersection(wanted.asked)):
        had = words[name]
        for value in values_of(getattr(wanted, name)):
            folded = value.casefold()
            if not (folded in had or (name == "claimer" and any(folded in one for one in had))):
                near = [had[one] for one in get_close_matches(folded, had, 3)]
                offered = f" Did you mean {' or '.join(near)}?" if near else ""
                found.append(f"No claim has the {name} {value!r}.{offered}")
    return found


def values_of(wanted: Wanted | date) -> tuple[str, ...]:
    """The values that are asked for, as words; none where nothing is."""
    if wanted is None:
        return ()
    return tuple(wanted) if isinstance(wanted, tuple) else (str(wanted),)


def in_order(first: date | None, last: date | None, *names: str) -> None:
    """Raises InputError where the first day lies after the last one, of which nothing would be left."""
    if first is not None and last is not None and first > last:
        since, until = names
        raise InputError(f"{since} {first} lies after {until} {last}: give the earlier day first.")


def _within(day: Callable[[], date], first: date | None, last: date | None) -> bool:
    """True for a day that is not before the one nor after the other; it is worked out where one is asked."""
    return (first is None and last is None) or (first or date.min) <= day() <= (last or date.max)


def same(wanted: Wanted, *values: str | None) -> bool:
    """True where nothing is asked for, or one of the values is one that is; whatever their case."""
    asked = {one.casefold() for one in values_of(wanted)}
    return not asked or not asked.isdisjoint(value.casefold() for value in values if value is not None)
