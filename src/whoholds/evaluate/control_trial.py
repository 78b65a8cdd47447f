"""What control is measured on: the true holders of places by day, and the claims about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from whoholds.control.evidence import is_baseline
from whoholds.control.positions import HOLDS, NOT, is_change, position_of
from whoholds.errors import InputError
from whoholds.evaluate.control_changes import Heard
from whoholds.evaluate.control_truth import Held, Truth, read_truth
from whoholds.gazetteer import load_gazetteer
from whoholds.gazetteer.nearness import distance_km
from whoholds.model import Factuality, Place
from whoholds.picture import Recorded, ResolvedClaim
from whoholds.pipeline import Resolver
from whoholds.reports import read_baseline, read_coded
from whoholds.simulate import Simulation
from whoholds.simulate.printing import day_of

CONTESTED = "contested"
TOLD = 20  # parties named where the one given is not among them
SAME_KM = 8.0  # a claim about a settlement that the truth does not name is about the one so near


@dataclass(frozen=True, slots=True)
class Trial:
    """Places with their true holder on each day (a party, "contested", None: not known) and their claims.

    `first` is the first day; all places have as many days. `claims` by place id, first known first.
    `government`: the party whose territory it is, where known.
    """

    name: str
    first: date
    places: Mapping[str, Place]
    held: Mapping[str, Held]
    claims: Mapping[str, Sequence[ResolvedClaim]]
    government: str | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """All days, in order."""
        count = max((len(held) for held in self.held.values()), default=0)
        return tuple(self.first + timedelta(days=number) for number in range(count))

    def heard(self, place: str) -> tuple[Heard, ...]:
        """The claims of changes of a place that deny nothing, by the days on which they became known."""
        found = []
        for claim in self.claims.get(place, ()):
            position, day = position_of(claim), (claim.known_from.date() - self.first).days
            told = claim.counts and is_change(claim) and claim.claim.factuality is not Factuality.DENIED
            if told and position is not None and position.party is not None and position.act in (HOLDS, NOT):
                found.append(
                    Heard(
                        day,
                        position.party,
                        position.act == NOT,
                        claim.claimer or claim.outlet or "",
                        claim.side,
                    )
                )
        return tuple(found)

    def moving(self) -> frozenset[str]:
        """The ids of the places that change from one party to another."""
        return frozenset(place for place, held in self.held.items() if len(set(parties_in(held))) > 1)


def parties_in(held: Iterable[str | None]) -> list[str]:
    """The holders of a place in order of day, without the days on which it is contested or not known."""
    return [holder for holder in held if holder is not None and holder != CONTESTED]


def trial_of(simulation: Simulation, name: str = "") -> Trial:
    """The trial of a simulated war, by its claims as they are, without files between."""
    sites = simulation.war.ground.sites
    places = {site.place.id: site.place for site in sites}
    held = {site.place.id: tuple[str | None, ...](simulation.war.held[site.number]) for site in sites}
    return Trial(name, day_of(0), places, held, _by_place(simulation.claims()))


def read_trial(
    claims: Path | str, truth: Path | str, baseline: Path | str | None = None, government: str | None = None
) -> Trial:
    """The trial of a file of coded claims and a truth file, with a baseline of the first day, if there is.

    Raises InputError where a file cannot be read, where none of its claims is about a place of the truth, or
    where nothing in them names the government.
    """
    gazetteer = load_gazetteer()
    known = read_truth(Path(truth), gazetteer)
    told = list(read_coded(claims)) + ([read_baseline(baseline)] if baseline is not None else [])
    resolver = Resolver(gazetteer)
    found: list[ResolvedClaim] = []
    for number, (report, extraction) in enumerate(told):
        if report.published is not None:
            recorded = Recorded(report, number, extraction, report.published.known_from)
            found += resolver.read(recorded, {}).claims
    by_place = _at_places(found, known)
    if not by_place:
        raise InputError(f"No dated claim of {claims} is about a place of {truth}. Give both the same names.")
    if government is not None:
        _check_party(government, known, found)
    return Trial(Path(claims).name, known.first, known.places, known.held, by_place, government)


def _check_party(government: str, truth: Truth, claims: Iterable[ResolvedClaim]) -> None:
    """Raise InputError for a party that neither the truth nor a claim names."""
    named = {holder for held in truth.held.values() for holder in held}
    named |= {party for claim in claims for party in (claim.actor, claim.recipient, claim.side)}
    parties = sorted(party for party in named if party and party != CONTESTED)
    if government not in parties:
        raise InputError(
            f"No party {government!r} is in the claims, the baseline or the truth. "
            f"Give one of those that are: {', '.join(parties[:TOLD])}{', …' if len(parties) > TOLD else ''}."
        )


def _at_places(claims: Iterable[ResolvedClaim], truth: Truth) -> dict[str, list[ResolvedClaim]]:
    """The claims at the places of the truth. A settlement that is not among them is the nearest one of them,
    where that is near enough to be the same under another name.
    """
    same: dict[str, Place | None] = {}
    found = []
    for claim in claims:
        place = claim.place
        if place is None:
            continue
        if place.id not in same:
            same[place.id] = truth.places.get(place.id) or _nearest(place, truth)
        meant = same[place.id]
        if meant is not None:
            found.append(claim if meant.id == place.id else replace(claim, place=meant))
    return _by_place(found)


def _nearest(place: Place, truth: Truth) -> Place | None:
    if place.kind != "settlement" or place.lat is None or place.lon is None:
        return None
    near = [
        (distance_km(place.lat, place.lon, one.lat, one.lon), one.id)
        for one in truth.places.values()
        if one.kind == "settlement" and one.lat is not None and one.lon is not None
    ]
    km, name = min(near, default=(SAME_KM, ""))
    return truth.places[name] if km < SAME_KM else None


def _by_place(claims: Iterable[ResolvedClaim]) -> dict[str, list[ResolvedClaim]]:
    found: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (one.known_from, not is_baseline(one), one.id)):
        if claim.place is not None:
            found[claim.place.id].append(claim)
    return found
