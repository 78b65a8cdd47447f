"""Finding what a person means: a place by its name, a claim by the beginning of its id."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whoholds.control.part_words import kind_of_name
from whoholds.database.units import WHOLES, Units
from whoholds.errors import InputError, NotFoundError
from whoholds.gazetteer import Gazetteer
from whoholds.gazetteer.fold import fold
from whoholds.index.known import Known
from whoholds.model import EventType, Place
from whoholds.picture import ResolvedClaim
from whoholds.text.place_words import kinds

LEAST = 6  # characters of a claim's id that may stand for it
NEAR = 5  # spellings that are offered
OWN = "user:"
_KIND_FIRST = re.compile(r"(?:the )?(?P<kind>\w+) of (?P<name>.+)", re.IGNORECASE)
_KIND_LAST = re.compile(r"(?:the )?(?P<name>.+) (?P<kind>\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """The place that a name was read as, and what is to be said of that: None where it is its main name."""

    place: Place
    note: str | None = None


def _check(name: object) -> None:
    """Raises InputError for what no place can be called: nothing, a number, half a character."""
    if not isinstance(name, str):
        raise InputError(f"A place is asked for by its name or id, not by {name!r}. Give it as text.")
    half = next((one for one in name if "\ud800" <= one <= "\udfff"), None)
    if half is not None:
        raise InputError(f"The name of the place holds half a character (U+{ord(half):04X}). Give it whole.")


def find_place(name: str, gazetteer: Gazetteer, told: Known) -> Reading:
    """The place with an id or a name ("Kunduz", "Kunduz, Afghanistan"), in any spelling.

    A place of a country that claims are about, whose main name it is, comes before one that is only called so
    as well, even where claims are about the other alone: but not one of another country than that other.
    Of equals, one that claims are about comes first.
    A town comes before the province or district around it that is called the same, unless claims are about
    the area alone.
    A part of a place is found by its words ("Kunduz prison", "the prison in Kunduz"), whoever tells of it.
    Raises NotFoundError naming near spellings, or the candidates where claims are about several; InputError
    for what is no text.
    """
    _check(name)
    known = told.place(name) or gazetteer.get(name)
    if known is not None:
        return Reading(known)
    units = Units(told, gazetteer)
    if (unit := units.unit_called(name)) is not None:
        return Reading(units.place_of(unit.whole, unit.kind))
    first, _, inside = (part.strip() for part in name.partition(","))
    named = [*gazetteer.named(first), *told.called(fold(first))]
    candidates = list({place.id: place for place in named}.values())
    if not candidates and (said := area_named(first)) is not None:
        return _area(name, said, inside, (gazetteer, told))
    if inside:
        around = {place.id for place in gazetteer.named(inside)}
        candidates = [p for p in candidates if around & {p.province, p.part_of, f"iso:{p.country}"}]
    if not candidates and (part := kind_of_name(first)) is not None:
        whole = find_place(f"{part[0]}, {inside}" if inside else part[0], gazetteer, told)
        if whole.place.kind in WHOLES:
            return Reading(units.place_of(whole.place, part[1]), whole.note)
    if not candidates:
        raise NotFoundError(_not_found(name, first, gazetteer, told))
    return _chosen(name, first, candidates, told, gazetteer)


def area_named(words: str) -> tuple[str, str] | None:
    """The name and the kind in "Kunduz Province", "province of Kunduz", "Imam Sahib district"; else None."""
    found = _KIND_FIRST.fullmatch(words) or _KIND_LAST.fullmatch(words)
    kind = kinds().get(found["kind"].casefold()) if found else None
    return (found["name"], kind) if found and kind in ("province", "district") else None


def _area(name: str, said: tuple[str, str], inside: str, known: tuple[Gazetteer, Known]) -> Reading:
    """The area of that kind. A district that the gazetteer lacks is read as the town it is named after,
    at which claims that name it are counted. Raises NotFoundError."""
    (bare, kind), (gazetteer, told) = said, known
    named = {place.id: place for place in (*gazetteer.named(bare), *told.called(fold(bare)))}.values()
    areas = [place for place in named if place.kind == kind]
    if inside:
        around = {place.id for place in gazetteer.named(inside)}
        areas = [place for place in areas if around & {place.province, place.part_of, f"iso:{place.country}"}]
    if areas:
        return _chosen(name, bare, areas, told, gazetteer)
    if kind == "district" and named:
        town = find_place(f"{bare}, {inside}" if inside else bare, gazetteer, told).place
        note = f"{name}: no such district is known; read as {described(town, gazetteer)}"
        return Reading(town, f"{note}, where claims that name the district are counted.")
    raise NotFoundError(_not_found(name, bare, gazetteer, told))


def _chosen(name: str, first: str, candidates: Sequence[Place], told: Known, gazetteer: Gazetteer) -> Reading:
    knows = {place.id for place in candidates if told.knows(place.id)}
    reported = [place for place in candidates if place.id in knows]
    countries = {reported[0].country} if len(reported) == 1 else told.countries()
    towns = _towns_of_areas(candidates, first)
    mains = [
        place
        for place in candidates
        if is_main(place, first) or any(town is place and is_main(area, first) for area, town in towns)
    ]
    home = [place for place in mains if not countries or place.country in countries or place.id in knows]
    among = home or reported or mains or candidates
    best = max(among, key=lambda place: place.id in knows)
    for area, town in towns:
        if best is area and town in among and (town.id in knows or area.id not in knows):
            best = town
    equal = [place for place in among if place.id in knows and place.kind == best.kind]
    if len(equal) > 1:
        raise NotFoundError(
            f"{name!r} may be any of {_listed(equal, gazetteer)}. Give the id of the one that is meant."
        )
    note = _note(name, best, (among, reported, mains), gazetteer)
    pairs = [(area, town) for area, town in towns if best in (area, town) and area.id in knows]
    return Reading(best, _with_beside(note, name, best, pairs, gazetteer))


def _towns_of_areas(candidates: Sequence[Place], name: str) -> list[tuple[Place, Place]]:
    """The provinces and districts among places of one name, each with the town in it that is called so.

    The town's main name it is, or the town is called so more often than the area is.
    """
    found = []
    for number, area in enumerate(candidates):
        if area.kind in ("province", "district"):
            towns = (
                place
                for at, place in enumerate(candidates)
                if place.kind == "settlement" and area.id in (place.province, place.part_of)
                if at < number or is_main(place, name)
            )
            found += [(area, town) for town in towns][:1]
    return found


def _with_beside(
    note: str | None, name: str, best: Place, pairs: Sequence[tuple[Place, Place]], known: Gazetteer
) -> str | None:
    """What is to be said, with the area that is told of around a town of its name, or that town."""
    for area, town in pairs:
        other = town if best is area else area
        if note is None or other.id not in note:
            said = note or f"{name}: read as the {_kind(best)} {described(best, known)}."
            own = "is a place of its own" if best is town else "is another place, of which no claim tells"
            return f"{said} The {_kind(other)} {described(other, known)} {own}: ask for it by its id."
    return note


def _kind(place: Place) -> str:
    return "town" if place.kind == "settlement" else place.kind


def _note(
    name: str, best: Place, others: tuple[Sequence[Place], Sequence[Place], Sequence[Place]], known: Gazetteer
) -> str | None:
    """What is to be said of a choice among places, those that claims are about, and those so called first."""
    among, reported, mains = others
    alike = [place for place in among if place.kind == best.kind and place.id != best.id]
    if best in mains and (best in reported or not (reported or alike)):
        return None
    note = f"{name}: read as {described(best, known)}."
    if best not in reported and reported:
        note += f" Reports are about {_listed(reported, known)}, also called so."
    elif best not in reported and alike:
        note += f" Also called so: {_listed(alike[:NEAR], known)}."
    return note


def is_main(place: Place, name: str) -> bool:
    """True where a name, however it is spelt, is the main name of a place, or the place is the user's own."""
    return fold(place.name) == fold(name) or place.id.startswith(OWN)


def described(place: Place, gazetteer: Gazetteer) -> str:
    """A place so that it cannot be another: "Taloqan, Takhar, Afghanistan (gn:1123004)"."""
    around = [one.name for one in gazetteer.inside(place) if one.kind in ("province", "country")]
    return f"{', '.join((place.name, *around))} ({place.id})"


def _listed(places: Iterable[Place], gazetteer: Gazetteer) -> str:
    return "; ".join(described(place, gazetteer) for place in places)


def _not_found(name: str, first: str, gazetteer: Gazetteer, told: Known) -> str:
    near = near_spellings(first, gazetteer, sorted(told.names()))
    hint = (
        f" Did you mean {' or '.join(near)}?"
        if near
        else " Check the spelling, or add the place as your own."
    )
    return f"No place called {name!r} is known.{hint}"


def near_spellings(name: str, gazetteer: Gazetteer, told: Sequence[str]) -> list[str]:
    """Names that are spelt nearly so: first those that reports are about, then any of the gazetteer."""
    begins = [place.name for place in gazetteer.starting(name[: max(3, len(name) - 2)], 50)]
    begins += [place.name for place in gazetteer.starting(name[:3], 200)]
    names = list(dict.fromkeys([*told, *begins]))
    folded = {fold(one): one for one in reversed(names)}
    near = difflib.get_close_matches(fold(name), folded, n=NEAR, cutoff=0.75)
    return [folded[one] for one in near]


def claim_named(name: str, claims: Mapping[str, ResolvedClaim]) -> ResolvedClaim:
    """The claim with an id, or with the one id that begins so ("c:" may stand in front).

    Raises NotFoundError for none, InputError for several.
    """
    wanted = name.removeprefix("c:").strip().casefold()
    if wanted in claims:
        return claims[wanted]
    found = [one for one in claims if one.startswith(wanted)] if len(wanted) >= LEAST else []
    if not found:
        raise NotFoundError(
            f"No claim {name!r} is recorded. Give its id as it is shown, at least {LEAST} characters."
        )
    if len(found) > 1:
        raise InputError(f"{len(found)} claims begin with {name!r}. Give more of the id.")
    return claims[found[0]]


def event_type_of(given: EventType | str | None) -> EventType | None:
    """The type by its name; None for none. Raises InputError, naming all, where there is none so called."""
    try:
        return EventType(given) if given is not None else None
    except ValueError as error:
        raise InputError(f"The type {given!r} is not known. Give one of: {', '.join(EventType)}.") from error
