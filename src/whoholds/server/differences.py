"""What changed: between two days, each as known at its moment, and over all days as a feed."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from whoholds.control import Question, assess_control
from whoholds.control.evidence import day_of
from whoholds.control.history import Segment
from whoholds.database.plain_rows import change_dict
from whoholds.dossier import Change, changes
from whoholds.exports import Filter
from whoholds.exports.filters import same
from whoholds.exports.plain import Row
from whoholds.model import Place, end_of_day
from whoholds.picture import ResolvedClaim
from whoholds.server.claims import claims_wanted
from whoholds.server.desk import Sight
from whoholds.wording import UNKNOWN, day_words, place_words

CHANGE_COLUMNS = (
    "place", "place_id", "lat", "lon", "from_on", "from_as_of", "from_status", "from_holder",
    "from_probability", "to_on", "to_as_of", "to_status", "to_holder", "to_probability",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """A place whose status or holder becomes another one on a day; `known`: from which moment it is known, at
    the end of whose day (UTC) the page says so too."""

    place: Place
    known: datetime
    now: Segment
    before: Segment | None

    @property
    def id(self) -> str:
        """The same for the same change."""
        named = f"{self.place.id} {self.now.start} {self.now.status} {self.now.holder}"
        return uuid.uuid5(uuid.NAMESPACE_OID, named).urn

    @property
    def title(self) -> str:
        """ "Kunduz: held by Taliban, from 8 August 2021": a change may become known long after its day."""
        return f"{place_words(self.place)}: {segment_words(self.now)}, from {day_words(self.now.start)}"

    @property
    def words(self) -> str:
        """From when it is so, and what was before."""
        before = segment_words(self.before) if self.before is not None else "nothing was reported"
        return f"From {day_words(self.now.start)}: {segment_words(self.now)}. Before: {before}."


def segment_words(one: Segment) -> str:
    """ "held by Taliban", "contested", "unknown: …"."""
    if one.status == "unknown":
        return f"unknown: {UNKNOWN[one.unknown_reason]}" if one.unknown_reason else "unknown"
    if one.holder is None:
        return one.status
    return f"{'held by' if one.status == 'held' else 'likely held by'} {one.holder}"


def turns(
    sight: Sight, wanted: Filter, most: int, *, since: date | None = None, until: date | None = None
) -> list[Turn]:
    """The changes from a day to a day, of the places that wanted claims are about, the latest known first."""
    places = {one.place.id: one.place for one in claims_wanted(sight, wanted) if one.place is not None}
    found = [turn for place in places.values() for turn in _turns_of(place, sight)]
    first, last = since or date.min, until or date.max
    kept = [one for one in found if first <= one.now.start <= last]
    return sorted(kept, key=lambda one: (one.known, one.now.start, one.place.id), reverse=True)[:most]


def _turns_of(place: Place, sight: Sight) -> Iterator[Turn]:
    """A stretch that only says no more that nothing is known begins with no change."""
    told = sight.view.claims_at(place)
    before: Segment | None = None
    for segment in sight.view.history(place, sight.day):
        changed = before is None or (before.status, before.holder) != (segment.status, segment.holder)
        if changed and not (before is None and segment.status == "unknown"):
            yield Turn(place, _known_from(segment, place, told, sight), segment, before)
        before = segment


def _known_from(now: Segment, place: Place, told: Sequence[ResolvedClaim], sight: Sight) -> datetime:
    """From when a change is known: from the first report of that day, or from the later one by which it is
    answered so."""
    of_it = [one.known_from for one in told if one.counts and day_of(one) == now.start]
    first = max(min(of_it, default=end_of_day(now.start)), datetime.combine(now.start, time.min, UTC))
    later: dict[date, datetime] = {first.astimezone(UTC).date(): first}
    for one in told:
        if one.known_from > first:
            later.setdefault(one.known_from.astimezone(UTC).date(), one.known_from)
    setting = sight.view.setting(place, now.start)
    for day, moment in later.items():
        state = assess_control(place, told, Question(now.start, end_of_day(day)), setting)
        if (state.status, state.holder) == (now.status, now.holder):
            return moment
    return first


def diff_rows(one: Sight, other: Sight, wanted: Filter) -> list[Row]:
    """The wanted places that differ, by name."""
    found = changes(one.view.states(one.day), other.view.states(other.day))
    return [
        {**change_dict(change), "lat": change.place.lat, "lon": change.place.lon}
        for change in found
        if _is_wanted(change, wanted)
    ]


def _is_wanted(change: Change, wanted: Filter) -> bool:
    place = change.place
    holders = {one.holder for one in (change.before, change.after) if one is not None}
    return wanted.is_around(place) and same(wanted.party, *holders) and same(wanted.country, place.country)


def flat(rows: Sequence[Row], before: Row, after: Row) -> Iterator[Row]:
    """Differences for a table: one column for each value."""
    for row in rows:
        made = {name: row[name] for name in ("place", "place_id", "lat", "lon")}
        for side, clock in (("before", before), ("after", after)):
            word, state = {"before": "from", "after": "to"}[side], row[side] or {}
            made |= {f"{word}_on": clock["on"], f"{word}_as_of": clock["as_of"]}
            made |= {f"{word}_{name}": state.get(name) for name in ("status", "holder", "probability")}
        yield made
