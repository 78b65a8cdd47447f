"""The map page: the states of all places over days and moments of knowledge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from whoholds.control import Setting
from whoholds.control.assess import find, state_of
from whoholds.control.case import Case, prepare
from whoholds.control.chain import Run, run
from whoholds.control.clock import Nearby
from whoholds.database.view import View
from whoholds.exports.page_build import Frame, Page, Surroundings, build_page
from whoholds.exports.page_states import History, segments_of
from whoholds.exports.plain import public_terms
from whoholds.exports.withholding import masked_picture
from whoholds.model import Place, end_of_day
from whoholds.picture import ControlState

MOST_DAYS = 550  # days of "true on" that are drawn
AFTER = timedelta(days=7)  # days shown after the last publication
BEFORE = timedelta(days=31)  # how long before the first publication a day that it tells of is shown
DRAWN_COUNTRIES = 3  # the countries of most claims, whose provinces are drawn

ViewAt = Callable[[datetime], View]


@dataclass(frozen=True, slots=True)
class Span:
    """What the page is to cover: a title, and the first and last day and the one it opens on, where given."""

    title: str | None = None
    since: date | None = None
    until: date | None = None
    opens: date | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A place as known at the end of a day: its states on the days on which something shown changes."""

    moment: date
    place: Place
    states: tuple[ControlState, ...]


def page_of(view: View, view_at: ViewAt, span: Span) -> Page:
    """The page of a view; `view_at` gives the same record as known at a moment.

    The days run from the first day that the first reports tell of to a week after the last publication,
    unless given; the page opens on the day of the last publication, or the one given. Names are withheld.
    """
    days = _days(view, span)
    told = list(_told(view, view_at, days))
    frame = Frame(
        title=span.title or "Who holds which place",
        first=days[0],
        last=days[-1],
        generated_at=datetime.now(UTC),
        opens=max(days[0], span.opens or view.last_day),
    )
    histories = [History(one.moment, one.place.id, segments_of(one.states, view.by_id)) for one in told]
    return build_page(
        masked_picture(view.picture),
        frame,
        histories,
        explained=[
            replace(state, terms=public_terms(state, view.by_id)) for state in _explained(told, histories)
        ],
        surroundings=_around(view),
    )


def _explained(told: Sequence[_Told], histories: Sequence[History]) -> Iterator[ControlState]:
    """The states whose reasons are kept: those with which a segment begins that can be shown.

    A segment that begins after more became known of the place is never shown as known before.
    """
    until: dict[str, date] = {}
    found: list[ControlState] = []
    for one, history in zip(reversed(told), reversed(histories), strict=True):
        starts = {segment.start for segment in history.segments}
        last, until[one.place.id] = until.get(one.place.id, date.max), one.moment
        shown = [state for state in one.states if state.on in starts and state.on < last]
        found += [replace(state, as_of=end_of_day(one.moment)) for state in reversed(shown)]
    return reversed(found)


def _days(view: View, span: Span) -> list[date]:
    last = span.until or view.last_day + AFTER
    first = span.since or _first_told(view, last)
    first = max(min(first, last), last - timedelta(days=MOST_DAYS))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _first_told(view: View, last: date) -> date:
    """The first publication, or the first day before it that a claim with a day of its own tells of."""
    published = min((one.known_from.date() for one in view.resolved.record.reports), default=last)
    told = [one.days.start for one in view.resolved.claims if one.dated and one.days.start is not None]
    return min((day for day in told if published - BEFORE <= day < published), default=published)


def _told(view: View, view_at: ViewAt, days: Sequence[date]) -> Iterator[_Told]:
    """For each day on which something became known, the places of which it changes anything."""
    before: dict[str, tuple[object, ...]] = {}
    for moment in sorted({claim.known_from.date() for claim in view.resolved.claims}):
        then = view_at(end_of_day(moment))
        for place in then.places.values():
            setting = then.setting(place, days[-1])
            basis = (then.claims_at(place), setting.government, _moving(setting, days[-1]))
            if before.get(place.id) != basis:
                before[place.id] = basis
                yield _place_told(then, place, moment, days)


def _moving(setting: Setting, last: date) -> tuple[Nearby, ...]:
    """The changes in the region up to a day; the same ones give the same states."""
    return tuple(one for one in setting.changes_nearby if one[0] <= last)


def _place_told(then: View, place: Place, moment: date, days: Sequence[date]) -> _Told:
    case = prepare(place, then.claims_at(place), end_of_day(moment), then.setting(place, days[-1]))
    passes = run(case.chain, case.rows, sorted({*days, moment}))
    # What was reported of late is counted back from the day itself: the page shows a day as known on that day
    # or later, even where the last report that became known of the place is older.
    states = [
        state_of(case, passes, replace(then.question(day), as_of=None)) for day in _turns(case, passes, days)
    ]
    return _Told(moment, place, tuple(states))


def _turns(case: Case, passes: Run, days: Sequence[date]) -> Iterator[date]:
    """The days on which what is shown of a place can change: its finding, or what is reported around it."""
    reach = case.chain.table.time.reported_hours // 24 + 1
    stirred = {
        day + timedelta(days=later)
        for claim in case.claims.values()
        for day in {claim.known_from.date(), claim.days.end or claim.known_from.date()}
        for later in (0, 1, reach - 1, reach)
    }
    last: object = None
    for day in days:
        belief = passes.smoothed[day]
        finding = find(case, belief, day)
        shown = (finding.status, finding.holder, finding.unknown_reason, round(belief[finding.top], 2))
        if shown != last or day in stirred:
            last = shown
            yield day


def _around(view: View) -> Surroundings:
    """The outlines and names of the provinces of the countries that most claims are about."""
    counted = Counter(one.place.country for one in view.resolved.claims if one.place and one.place.country)
    outlines, names = {}, {}
    for country, _ in counted.most_common(DRAWN_COUNTRIES):
        outlines.update(view.gazetteer.province_outlines(country))
    for place in view.places.values():
        names.update({one.id: one.name for one in view.gazetteer.inside(place)})
    for place_id in outlines:
        known = view.gazetteer.get(place_id)
        if known is not None:
            names[place_id] = known.name
    return Surroundings(outlines, names)
