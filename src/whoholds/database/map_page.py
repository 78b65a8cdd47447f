"""The map page: the states of all places over days and moments of knowledge."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from whoholds.control.evidence import day_of
from whoholds.control.positions import position_of
from whoholds.database.map_apart import explained_of_all, told_of_all
from whoholds.database.map_reasons import public_terms, reasons_of
from whoholds.database.map_states import Basis, FitAt, bases_of
from whoholds.database.map_turns import AHEAD, Days, Told, joined, kept_of
from whoholds.database.view import View
from whoholds.exports import Filter
from whoholds.exports.page_build import Frame, Page, Surroundings, build_page
from whoholds.exports.page_data import PageData
from whoholds.exports.page_place_data import ProfileRow
from whoholds.exports.page_profile import profile_row
from whoholds.exports.page_reasons import Reasoned
from whoholds.exports.page_states import History
from whoholds.exports.withheld import Withheld
from whoholds.exports.withholding import masked_picture
from whoholds.gazetteer import Ring
from whoholds.picture import ResolvedClaim

MOST_DAYS = 1_100  # days of "true on" that are drawn
AFTER = timedelta(days=7)  # days shown after the last publication
BEFORE = timedelta(days=31)  # how long before the first publication a day that it tells of is shown
SOON = timedelta(days=14)  # how long after a day a report of it still tells how things stand
DRAWN_COUNTRIES = 3  # the countries of most claims, whose provinces are drawn
DRAWN_POINTS = 40_000  # of outlines: so many are drawn in all, further countries in order of their claims


@dataclass(frozen=True, slots=True)
class Span:
    """What the page is to cover: a title, and the first and last day and the one it opens on, where given.

    `wanted`: the claims that stand on it, and the places they are about; states are worked out from all.
    `newest`: only the states of knowledge since the day it opens on, which are worked out much sooner.
    `order`: the parties of the whole record, and `colours` (#rrggbb) those chosen for some of them.
    """

    title: str | None = None
    since: date | None = None
    until: date | None = None
    opens: date | None = None
    wanted: Filter = field(default_factory=Filter)
    order: tuple[str, ...] | None = None
    colours: Mapping[str, str] = field(default_factory=dict)
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and what it was made of: the states told of each place, on which days, from which claims."""

    page: Page
    told: Mapping[str, Told] = field(repr=False)
    days: Days = field(repr=False)
    claims: Mapping[str, ResolvedClaim] = field(repr=False)

    def whole(self) -> PageData:
        """All of the page, with the parts of all places."""
        shown = {place: self.told[place] for place in self.page.numbers if place in self.told}
        return self.page.data(explained_of_all(shown, self.page.numbers, self.claims))


def make_page(view: View, fit_at: FitAt, span: Span, before: Made | None = None) -> Made:
    """The page of a view; `fit_at` gives what had been learnt of claimers by a moment.

    `before`: the page of an older state of the record, of which what no newer claim touches is kept.

    The days run from the first day that the first reports tell of to a week after the last publication,
    unless given, or are today where nothing is recorded. The page opens on the day given, or the last one on
    which a report said soon afterwards who holds a place: later days only grow stale. Names are withheld.
    """
    days = _days(view, span)
    claims = view.by_id if before is None else _same(view.by_id, before.claims)
    opens = min(max(days[0], span.opens or _last_evidence(view)), days[-1])
    knows_from = opens if span.newest else None
    bases: Mapping[str, Sequence[Basis]] = bases_of(view, fit_at, days[-1], claims)
    if knows_from is not None:
        bases = {place: _since(knows_from, of_place) for place, of_place in bases.items()}
    told = _told(bases, Days(days), claims, before)
    frame = Frame(
        title=span.title or "Who holds which place",
        first=days[0],
        last=days[-1],
        generated_at=datetime.now(UTC),
        opens=opens,
        wanted=span.wanted,
        order=span.order,
        colours=span.colours,
        known=None if view.known.as_of is None else view.known.as_of.date(),
        ahead=AHEAD,
        knows_from=knows_from,
    )
    page = build_page(
        masked_picture(view.picture),
        frame,
        _histories(told, knows_from),
        explained=_reasons(told, claims),
        surroundings=_around(view),
    )
    return Made(page, told, Days(days), claims)


def _same(claims: Mapping[str, ResolvedClaim], old: Mapping[str, ResolvedClaim]) -> dict[str, ResolvedClaim]:
    """The claims, those that are as they were by the very objects, so that comparing them costs nothing."""
    return {
        name: known if (known := old.get(name)) is not None and known == claim else claim
        for name, claim in claims.items()
    }


def _since(day: date, bases: Sequence[Basis]) -> Sequence[Basis]:
    """What a place stands on from a day of knowledge on: the last before it too, which holds on that day."""
    return bases[max(bisect_right(bases, day, key=lambda one: one.moment) - 1, 0) :]


def _histories(told: Mapping[str, Told], knows_from: date | None) -> list[History]:
    """The histories of all places in order of knowledge, of which nothing is said before `knows_from`."""
    least = knows_from or date.min
    every = (history for one in told.values() for history in one.histories)
    found = (History(max(one.as_of, least), one.place, one.segments) for one in every)
    return sorted(found, key=lambda one: one.as_of)


def _told(
    found: Mapping[str, Sequence[Basis]],
    days: Days,
    claims: Mapping[str, ResolvedClaim],
    before: Made | None,
) -> dict[str, Told]:
    """The states of each place, by its id, from what each stands on."""
    if before is None or list(days.days[: len(before.days.days)]) != list(before.days.days):
        return told_of_all(found, days, claims)
    last = before.days.days[-1]
    kept = {place: kept_of(bases, before.told.get(place), last) for place, bases in found.items()}
    rest = told_of_all({place: bases[kept[place] :] for place, bases in found.items()}, days, claims)
    return {
        place: joined(bases, before.told[place], rest[place]) if kept[place] else rest[place]
        for place, bases in found.items()
    }


def _reasons(
    told: Mapping[str, Told], claims: Mapping[str, ResolvedClaim]
) -> Callable[[str], Iterable[Reasoned]]:
    """Gives the reasons for what the page shows of a place, by its id; names are withheld."""
    public = public_terms(claims)
    return lambda place: reasons_of(told[place], public) if place in told else ()


def _profiles(view: View) -> Callable[[str], ProfileRow]:
    """Gives the profile of a place by its id; names are withheld."""
    hidden: list[Withheld] = []  # made when the first one is asked for

    def profile(place: str) -> ProfileRow:
        if not hidden:
            hidden.append(Withheld(view.by_id))
        return profile_row(view.place_profile(view.places[place]), hidden[0].words)

    return profile


def _days(view: View, span: Span) -> list[date]:
    last = span.until or view.last_day + (AFTER if view.resolved.record.reports else timedelta(0))
    first = span.since or _first_told(view, last)
    first = max(min(first, last), last - timedelta(days=MOST_DAYS))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _last_evidence(view: View) -> date:
    """The last day on which a claim of a placed position became known that speaks of a day just before it."""
    told = [
        known
        for one in view.resolved.claims
        if one.place is not None and one.counts and position_of(one) is not None
        if (known := one.known_from.date()) - day_of(one) <= SOON
    ]
    return min(max(told, default=view.last_day), view.last_day)


def _first_told(view: View, last: date) -> date:
    """The first publication, or the first day before it that a claim with a day of its own tells of."""
    published = min((one.known_from.date() for one in view.resolved.record.reports), default=last)
    told = [one.days.start for one in view.resolved.claims if one.dated and one.days.start is not None]
    return min((day for day in told if published - BEFORE <= day < published), default=published)


def _drawn(view: View) -> dict[str, list[Ring]]:
    """The provinces of the countries of most claims, and of as many others as have not too many points."""
    counted = Counter(one.place.country for one in view.resolved.claims if one.place and one.place.country)
    outlines: dict[str, list[Ring]] = {}
    points = 0
    for number, (country, _) in enumerate(counted.most_common()):
        found = view.gazetteer.province_outlines(country)
        more = sum(len(ring) for rings in found.values() for ring in rings)
        if number < DRAWN_COUNTRIES or points + more <= DRAWN_POINTS:
            outlines.update(found)
            points += more
    return outlines


def _around(view: View) -> Surroundings:
    """The outlines and names of the provinces of the countries that claims are about."""
    outlines, names = _drawn(view), {}
    for place in view.places.values():
        names.update({one.id: one.name for one in view.gazetteer.inside(place)})
    for place_id in outlines:
        known = view.gazetteer.get(place_id)
        if known is not None:
            names[place_id] = known.name
    return Surroundings(outlines, names, _profiles(view))
