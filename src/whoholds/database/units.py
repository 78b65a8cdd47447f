"""Parts of places out of what is known: which there are, by which names, and the claims that tell of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from whoholds.control.part_words import kind_of_name, kinds
from whoholds.control.parts import FACILITY, MARK, at_facility, is_part, kinds_in, of_part, part_place
from whoholds.control.profiles import Profile, is_seat, speaking
from whoholds.gazetteer import Gazetteer
from whoholds.gazetteer.fold import fold
from whoholds.index.known import Told
from whoholds.model import Place
from whoholds.picture import ResolvedClaim

AROUND_KM = 25.0  # how far from the middle of a town a facility of it is looked for
WHOLES = ("settlement", "district")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part: the place that it is a part of, and its kind."""

    whole: Place
    kind: str


@dataclass(frozen=True)
class Units:
    """The parts of places, as known at a moment.

    A part that the gazetteer or a report names ("Kunduz airport") keeps its entry, its position and its id;
    any other has the id of the whole and its kind ("gn:1135689#prison").
    """

    known: Told
    gazetteer: Gazetteer
    containers: frozenset[str] | None = None  # what facilities with claims lie in, where that is known of all
    _kept: dict[str, tuple[ResolvedClaim, ...]] = field(default_factory=dict, repr=False, compare=False)

    def claims_at(self, place: Place) -> tuple[ResolvedClaim, ...]:
        """The claims at a place, first known first. At a part, also those at the whole that tell of it."""
        own = self._claims(place.id)
        unit = self.unit_of(place)
        if unit is None:
            return own
        at_whole = self._claims(unit.whole.id)
        told = [one for claim in at_whole if (one := of_part(claim, unit.kind, place)) is not None]
        for other in self._facilities(unit.whole, unit.kind):
            if other.id != place.id:
                told += [at_facility(claim, place) for claim in self._claims(other.id)]
        return _in_order([*own, *told]) if told else own

    def claims_by(self, place: Place, profile: Profile) -> tuple[ResolvedClaim, ...]:
        """The same as a profile takes them: with those of parts and of a seat that speak for the whole."""
        own = self.claims_at(place)
        if profile.is_default:
            return own
        told = [claim for other in self._speakers(place, profile) for claim in self._claims(other.id)]
        return speaking(_in_order([*own, *told]) if told else own, place, profile)

    def _speakers(self, place: Place, profile: Profile) -> Iterator[Place]:
        if place.kind in WHOLES:
            for kind in kinds() if profile.inside else profile.parts:
                yield from self._facilities(place, kind)
        if profile.seat:
            yield from (one for one in self.known.called(fold(place.name)) if is_seat(one, place))

    def parts_of(self, whole: Place) -> Iterator[tuple[str, Place]]:
        """The parts of a place that claims tell of, with their kinds: first those called by their kind alone,
        in the order of the word list, then those with a name of their own that lie in it by the gazetteer."""
        if whole.kind not in WHOLES or is_part(whole):
            return
        told = kinds_in(self._claims(whole.id))
        seen: set[str] = set()
        for kind in kinds():
            found = tuple(self._facilities(whole, kind))
            if kind in told or found:
                place = self.place_of(whole, kind)
                seen.update((place.id, *(one.id for one in found)))
                yield kind, place
        for place in self._named_inside(whole):
            if place.id not in seen:
                yield FACILITY, place

    def place_of(self, whole: Place, kind: str) -> Place:
        """The place that stands for a part: of a gazetteer, else as reports name it, else one of its own."""
        of_gazetteer = (
            place
            for word in kinds()[kind].words
            for place in self.gazetteer.named(f"{whole.name} {word}")
            if self._is(place, whole, kind)
        )
        own = part_place(whole, kinds()[kind])
        return next(of_gazetteer, None) or next(iter(self._facilities(whole, kind)), own)

    def unit_of(self, place: Place) -> Unit | None:
        """What a place is a part of; None for a whole place, and for a facility with a name of its own."""
        if place.kind != FACILITY:
            return None
        if is_part(place):
            return self.unit_called(place.id)
        named = kind_of_name(place.name)
        whole = self._whole_of(place, named[0]) if named is not None else None
        return Unit(whole, named[1]) if whole is not None and named is not None else None

    def unit_called(self, name: str) -> Unit | None:
        """The part with an id such as "gn:1135689#airport"; None for other names."""
        first, mark, kind = name.rpartition(MARK)
        if not mark or kind not in kinds():
            return None
        whole = self._place(first)
        return Unit(whole, kind) if whole is not None and whole.kind in WHOLES else None

    def _is(self, place: Place, whole: Place, kind: str) -> bool:
        """True where a place is that part of the whole by its name."""
        unit = self.unit_of(place)
        return unit is not None and (unit.whole.id, unit.kind) == (whole.id, kind)

    def _claims(self, place: str) -> tuple[ResolvedClaim, ...]:
        """The claims at the place with an id, read once."""
        if place not in self._kept:
            self._kept[place] = tuple(self.known.claims_at(place))
        return self._kept[place]

    def _place(self, name: str) -> Place | None:
        """The place with an id."""
        return self.gazetteer.get(name) or self.known.place(name)

    def _whole_of(self, place: Place, name: str) -> Place | None:
        """The town of a name that a facility lies in, by the gazetteer or by being in the same province."""
        folded = fold(name)
        around = self._place(place.part_of) if place.part_of else None
        if around and around.kind in WHOLES:
            return around if fold(around.name) == folded else None
        if place.province is None:
            return None
        called = {one.id: one for one in (*self.gazetteer.named(name), *self.known.called(folded))}
        towns = [
            one
            for one in called.values()
            if one.kind == "settlement" and one.province == place.province and fold(one.name) == folded
        ]
        return towns[0] if len(towns) == 1 else None

    def _facilities(self, whole: Place, kind: str) -> Iterator[Place]:
        """The places that claims are about which are this part of the whole by their names."""
        for word in kinds()[kind].titles:
            for place in self.known.called(fold(f"{whole.name} {word}")):
                if self._is(place, whole, kind):
                    yield place

    def _named_inside(self, whole: Place) -> Iterable[Place]:
        """The facilities of the gazetteer that lie in a place and that claims are about."""
        if whole.lat is None or whole.lon is None:
            return ()
        if self.containers is not None and whole.id not in self.containers:
            return ()
        around = self.gazetteer.near(whole.lat, whole.lon, AROUND_KM)
        return [
            place
            for place, _ in around
            if place.kind == FACILITY and place.part_of == whole.id and self.known.knows(place.id)
        ]


def _in_order(claims: Iterable[ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
    """As in the record: by when they were known, report, quotation, id; each once."""
    by_id = {claim.id: claim for claim in claims}
    ordered: Sequence[ResolvedClaim] = sorted(
        by_id.values(), key=lambda claim: (claim.known_from, claim.claim.report, claim.quote, claim.id)
    )
    return tuple(ordered)
