"""From a picture to the page: the frame at once, the part of a place when it is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version

from whoholds.exports.filters import Filter
from whoholds.exports.page_aside import judgement_rows
from whoholds.exports.page_claims import Placed, Rows, placed, silence_rows
from whoholds.exports.page_colours import colour_findings, party_rows
from whoholds.exports.page_data import (
    SCHEMA,
    Meta,
    OutlineRow,
    PageData,
    PageFrame,
    PagePlace,
    PartyRow,
    PlaceRow,
    day_number,
)
from whoholds.exports.page_facets import facets
from whoholds.exports.page_hash import data_hash
from whoholds.exports.page_place_data import ProfileRow, SilenceRow, TollRow
from whoholds.exports.page_reasons import Explained, Reasoned, explained, limits, reasoned
from whoholds.exports.page_states import Cells, History, encode_histories
from whoholds.exports.page_tolls import toll_rows
from whoholds.model import Place
from whoholds.picture import ControlState, Picture, ResolvedClaim

Ring = Sequence[tuple[float, float]]

BANNER = "Reports gathered, not verified facts. Every state is worked out from what is quoted here."
CREDITS = (
    "Place names: GeoNames (CC BY 4.0).",
    "Boundaries: Natural Earth (public domain), simplified; neutral, not a statement on borders.",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page is about: its title, the days of "true on", when it was made, and the words around it.

    `opens` is the day that is shown first; None is the last one.
    """

    title: str
    first: date
    last: date
    generated_at: datetime
    opens: date | None = None
    banner: str = BANNER
    credits: tuple[str, ...] = CREDITS
    colours: Mapping[str, str] = field(default_factory=dict)  # of parties, #rrggbb, in place of the palette's
    order: Sequence[str] | None = None  # of the parties of the whole record; None: of what stands on the page
    wanted: Filter = field(default_factory=Filter)  # which claims stand on it, and the places they are about
    known: date | None = None  # by which all on it had been published; None: nothing was left out
    ahead: int | None = None  # days after that of knowledge that are worked out; None: all
    knows_from: date | None = None  # the first day of knowledge that stands on it; None: all do


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around the places.

    `outlines`: closed rings (longitude, latitude) of provinces by place id, as `Gazetteer.province_outlines`
    gives them; `names`: names of provinces and countries by id; `profile` gives that of a place, by its id,
    when the part of the place is asked for.
    """

    outlines: Mapping[str, Sequence[Ring]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    profile: Callable[[str], ProfileRow] | None = None


@dataclass(frozen=True)
class Page:
    """A page: its frame, and what the part of each place is made from when it is asked for."""

    frame: PageFrame
    numbers: Mapping[str, int]  # of places, by id
    _rows: Rows = field(repr=False)
    _claims: Mapping[str, list[ResolvedClaim]] = field(repr=False)
    _silences: Mapping[str, list[SilenceRow]] = field(repr=False)
    _reasons: Callable[[str], Iterable[Reasoned]] = field(repr=False)
    _tolls: Mapping[str, list[TollRow]] = field(default_factory=dict, repr=False)
    _profile: Callable[[str], ProfileRow] | None = field(default=None, repr=False)
    _left_out: Mapping[str, int] = field(default_factory=dict, repr=False)

    def part(self, place: str, reasons: Explained | None = None) -> PagePlace:
        """What was said of a place, by its id. Raises KeyError for one that is not on the page.

        `reasons`: those of its states, where they are made already.
        """
        reasons = reasons or explained(place, self.numbers[place], self._reasons(place))
        meta = self.frame["meta"]
        return {
            "schema": SCHEMA,
            "recorded": meta["recorded"],
            "method": meta["method"],
            "place": self.numbers[place],
            "id": place,
            "claims": [self._rows.row(claim) for claim in self._claims.get(place, ())],
            "silences": self._silences.get(place, []),
            "labels": reasons.labels,
            "explanations": reasons.rows,
            "again": reasons.again,
            "profile": None if self._profile is None else self._profile(place),
            "tolls": self._tolls.get(place, []),
            "left_out": self._left_out.get(place, 0),
        }

    def data(self, reasons: Mapping[str, Explained] | None = None) -> PageData:
        """The whole page, with the parts of all places; `reasons` by place, those that are made already."""
        made = reasons or {}
        return {"frame": self.frame, "parts": [self.part(place, made.get(place)) for place in self.numbers]}


def build_page(
    picture: Picture,
    frame: Frame,
    histories: Iterable[History],
    *,
    explained: Iterable[ControlState] | Callable[[str], Iterable[Reasoned]] = (),
    surroundings: Surroundings | None = None,
) -> Page:
    """A page. All texts are as they were recorded; `write_page` escapes them.

    `histories` need not repeat a place that is as it was at the moment before. `explained` are the states
    whose reasons the page keeps: those with which its segments begin; or what gives their reasons by the id
    of a place, when its part is asked for.
    """
    around, history = surroundings or Surroundings(), list(histories)
    claims = [claim for claim in picture.claims.values() if frame.wanted.keeps(claim)]
    coloured = party_rows(picture, history, frame.order, frame.colours)
    shown, history = _wanted(_places(picture, history), history, claims if frame.wanted.asked else None)
    places, parties = _numbers(place.id for place in shown), _numbers(party["name"] for party in coloured)
    told = placed(claims, places, parties)
    cells = Cells(parties)
    moments, changes = encode_histories(history, places, cells)
    made = PageFrame(
        schema=SCHEMA,
        meta=_meta(picture, frame, len(claims) - len(told.claims), coloured),
        parties=coloured,
        places=[_place(place, picture, around) for place in shown],
        cells=cells.rows(),
        moments=moments,
        changes=changes,
        reports=_per_day(picture),
        facets=facets(told),
        outlines=[_outline(one, rings, places, picture, around) for one, rings in around.outlines.items()],
    )
    _finish(made, frame.ahead)
    return Page(
        made, places, _rows(told, picture), told.at, silence_rows(picture.record.reports, told),
        explained if callable(explained) else _by_place(explained, frame.last),
        toll_rows(picture, places), around.profile, _left_out(picture, frame.wanted),
    )  # fmt: skip


def _finish(made: PageFrame, ahead: int | None) -> None:
    """What its meta says of the whole frame: how far it is worked out, and its hash."""
    if ahead is not None and made["moments"]:
        made["meta"] |= {"ahead": ahead, "settled": made["moments"][-1]}
    made["meta"]["data_sha256"] = data_hash(made)


def _left_out(picture: Picture, wanted: Filter) -> Counter[str]:
    """How many claims at each place are not wanted: what is said there is more than the page shows."""
    others = (one.place for one in picture.claims.values() if not wanted.keeps(one))
    return Counter(place.id for place in others if place is not None)


def _rows(told: Placed, picture: Picture) -> Rows:
    by_key = {one.report.key: one for one in picture.record.reports}
    return Rows(told, by_key, judgement_rows(picture.record.judgements))


def _wanted(
    places: list[Place], histories: list[History], claims: Sequence[ResolvedClaim] | None
) -> tuple[list[Place], list[History]]:
    """The places that these claims are about, with their histories; all of them for None."""
    if claims is None:
        return places, histories
    about = {claim.place.id for claim in claims if claim.place is not None}
    shown = [place for place in places if place.id in about]
    return shown, [one for one in histories if one.place in about]


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _by_place(states: Iterable[ControlState], last: date) -> Callable[[str], Iterable[Reasoned]]:
    """Gives the reasons of the states at a place."""
    found: dict[str, list[Reasoned]] = {}
    for state in states:
        found.setdefault(state.place.id, []).append(reasoned(state, last))
    return lambda place: found.get(place, ())


def _meta(picture: Picture, frame: Frame, unplaced: int, parties: Sequence[PartyRow]) -> Meta:
    try:
        made_by = version("whoholds")
    except PackageNotFoundError:  # run from a folder that was never installed
        made_by = "not installed"
    meta: Meta = {
        "title": frame.title,
        "generated_at": frame.generated_at.astimezone(UTC).isoformat(timespec="seconds"),
        "first": day_number(frame.first),
        "last": day_number(frame.last),
        "opens": day_number(min(frame.opens or frame.last, frame.last)),
        "recorded": picture.record.recorded,
        "method": picture.method,
        "banner": frame.banner,
        "credits": list(frame.credits),
        "version": made_by,
        "unplaced": unplaced,
        "colour_findings": colour_findings(parties, frame.colours),
        "limits": limits(),
        "data_sha256": "",
    }
    if frame.wanted.asked:
        meta["filters"] = frame.wanted.asked
    if frame.known is not None:
        meta["known"] = day_number(frame.known)
    if frame.knows_from is not None:
        meta["knows_from"] = day_number(frame.knows_from)
    return meta


def _places(picture: Picture, histories: Sequence[History]) -> list[Place]:
    """The places of histories and claims, most populous first."""
    found = dict(picture.places)
    found |= {claim.place.id: claim.place for claim in picture.claims.values() if claim.place is not None}
    wanted = {history.place for history in histories} | set(picture.by_place)
    return sorted(
        (found[name] for name in wanted if name in found), key=lambda one: (-one.population, one.id)
    )


def _place(place: Place, picture: Picture, around: Surroundings) -> PlaceRow:
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "kind": place.kind,
        "province": _name(place.province, picture, around),
        "country": _name(f"iso:{place.country}" if place.country else None, picture, around) or place.country,
        "population": place.population,
    }


def _name(place_id: str | None, picture: Picture, around: Surroundings) -> str | None:
    if place_id is None:
        return None
    known = picture.places.get(place_id)
    return around.names.get(place_id) or (known.name if known is not None else None)


def _per_day(picture: Picture) -> list[tuple[int, int]]:
    """How many reports became known on each day."""
    counted = Counter(day_number(one.known_from.date()) for one in picture.record.reports)
    return sorted(counted.items())


def _outline(
    place_id: str,
    rings: Sequence[Ring],
    places: Mapping[str, int],
    picture: Picture,
    around: Surroundings,
) -> OutlineRow:
    return {
        "name": _name(place_id, picture, around) or "",
        "country": place_id[3:5] if place_id.startswith("ne:") else None,
        "place": places.get(place_id),
        "rings": [flat for flat in map(_differences, rings) if len(flat) >= 8],
    }


def _differences(ring: Ring) -> list[int]:
    """A ring in thousandths of degrees, each point as its difference from the one before, without repeats."""
    flat: list[int] = []
    x = y = 0
    for lon, lat in ring:
        new_x, new_y = round(lon * 1000), round(lat * 1000)
        if not flat or (new_x, new_y) != (x, y):
            flat += (new_x - x, new_y - y)
            x, y = new_x, new_y
    return flat
