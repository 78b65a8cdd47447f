"""What is known of one place at a moment, read out of the index: the same as from all of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from whoholds.control.clock import Nearby
from whoholds.control.records import mark_graded
from whoholds.control.table import control_table
from whoholds.index.codec import back_from_body, silence_from_body
from whoholds.index.keeping import FOREVER, Index
from whoholds.index.sequence import COUNTS, AtSequence
from whoholds.model import Place
from whoholds.picture import Judged, ResolvedClaim
from whoholds.pipeline import in_order
from whoholds.retractions import mark_retracted
from whoholds.silences import ResolvedSilence
from whoholds.store.ledger import EPOCH, micros
from whoholds.stories import Story, mark_credited, mark_followed
from whoholds.territory import Spot, change_of, nearby
from whoholds.trust import Fit, grades_in_force, newest_fit

PLACES = 32  # whose claims are kept for the next question
_KNOWN = f"known <= :until AND {COUNTS}"
_AT = "FROM {0} t CROSS JOIN reading r ON r.id = t.reading WHERE t.place = :place AND t." + _KNOWN
_MAY_BE = "EXISTS (SELECT 1 FROM story s WHERE s.report = r.report AND s.others)"
_TOLD = f"SELECT t.body, r.report, {_MAY_BE} " + _AT.format("told")
_SILENT = "SELECT t.body " + _AT.format("silent") + " ORDER BY t.known, r.key, t.rowid"
_BACK = "SELECT t.body " + _AT.format("back")
_KNOWS = "SELECT EXISTS (SELECT 1 " + _AT.format("told") + ")"
_IS_TOLD = (
    "EXISTS (SELECT 1 FROM told t CROSS JOIN reading r ON r.id = t.reading "
    f"WHERE t.place = n.place AND t.name = n.name AND t.{_KNOWN})"
)
_PLACES = f"SELECT DISTINCT n.place FROM named n WHERE {_IS_TOLD} ORDER BY n.place"
_NAMES = f"SELECT DISTINCT n.name FROM named n WHERE {_IS_TOLD}"
_COUNTRIES = f"""
SELECT c.country FROM (SELECT DISTINCT country FROM named) c
WHERE EXISTS (SELECT 1 FROM named n WHERE n.country = c.country AND {_IS_TOLD})
"""
_LATEST = (
    "SELECT max(t.latest) FROM told t CROSS JOIN reading r ON r.id = t.reading "
    f"WHERE t.latest <= :until AND {COUNTS}"
)
_LAST = f"""
WITH RECURSIVE one(value) AS (SELECT max(day) FROM reading UNION ALL
    SELECT (SELECT max(day) FROM reading WHERE day < one.value) FROM one WHERE one.value IS NOT NULL)
SELECT value FROM one WHERE value IS NOT NULL
    AND EXISTS (SELECT 1 FROM reading r WHERE r.day = one.value AND r.{_KNOWN}) LIMIT 1
"""  # one step for each day there is, not for each row
_DOUBTED = (
    "SELECT DISTINCT b.place FROM back b WHERE EXISTS "
    "(SELECT 1 FROM change t WHERE t.place = b.place AND t.country = :country)"
)


@dataclass(frozen=True)
class Indexed:
    """What was known at `as_of`, as recorded at a ledger sequence that the index reaches."""

    index: Index
    as_of: datetime | None
    recorded: int

    def claims_at(self, place: str) -> tuple[ResolvedClaim, ...]:
        """The claims at a place (its id), first known first; those taken back are marked."""
        kept, found = self._claims, self._claims.get(place)
        if found is None:
            found = self._read(place)
            if len(kept) >= PLACES:
                kept.clear()
            kept[place] = found
        return found

    def _read(self, place: str) -> tuple[ResolvedClaim, ...]:
        stories: dict[str, Story] = {}
        known, copies = [], self._at_sequence.copies
        for body, report, others in self._rows(_TOLD, place=place):
            told = self.index.claims_of(body)
            known += [one for one in told if self.as_of is None or one.known_from <= self.as_of]
            story = copies.story(report) if told and others else None
            if story is not None:
                stories[told[0].claim.report] = story
        credited = mark_credited(known, stories) if stories else known
        back = [back_from_body(body) for (body,) in self._rows(_BACK, place=place)]
        marked = mark_followed(mark_retracted(credited, back), stories)
        ordered = sorted(
            mark_graded(marked, self._grades),
            key=in_order,
        )
        by_id = {claim.id: claim for claim in ordered}
        return tuple(by_id[claim.id] for claim in ordered)

    def silences_at(self, place: str) -> tuple[ResolvedSilence, ...]:
        """Who is silent at a place."""
        return tuple(silence_from_body(body) for (body,) in self._rows(_SILENT, place=place))

    def changes_near(self, place: Place) -> tuple[Nearby, ...]:
        """The changes of hands that were claimed in the region of a place, with how much each counts."""
        country, shared = place.country or "", self._at_sequence
        doubted: dict[Spot, set[date]] = defaultdict(set)
        for spot, day in self._doubted_in(country):
            doubted[spot].add(day)

        def days_at(spot: Spot) -> set[date]:
            return shared.changes_at(country, spot, self._until) | doubted.get(spot, set())

        days = shared.changes_until(country, self._until).union(*doubted.values())
        spots = {*shared.changes(country).reached(place), *doubted}
        return nearby(place, spots, days_at, days, control_table().region)

    def _doubted_in(self, country: str) -> Iterable[tuple[Spot, date]]:
        """Of the places at which something was taken back, the spots and days of the changes that stand."""
        key = (country, self.index.store.seq)  # what is recorded since may be doubts of what stood before
        if key not in self._doubted:
            told = (
                one for (place,) in self._rows(_DOUBTED, country=country) for one in self.claims_at(place)
            )
            changes = (found for one in told if (found := change_of(one)) is not None)
            self._doubted[key] = {(spot, day) for where, spot, day in changes if where == country}
        return self._doubted[key]

    @cached_property
    def _doubted(self) -> dict[tuple[str, int], set[tuple[Spot, date]]]:
        return {}

    def last_published(self) -> date | None:
        """The latest day of publication of all reports."""
        return next((date.fromisoformat(day) for (day,) in self._rows(_LAST)), None)

    def last_told(self) -> datetime | None:
        """When the last of the claims at any place became known."""
        (last,) = next(self._rows(_LATEST))
        return EPOCH + timedelta(microseconds=last) if last is not None else None

    def ids(self) -> tuple[str, ...]:
        """The ids of the places that claims are about."""
        return tuple(place for (place,) in self._rows(_PLACES))

    def knows(self, place: str) -> bool:
        """True where a claim is about the place."""
        return any(found for (found,) in self._rows(_KNOWS, place=place))

    def place(self, name: str) -> Place | None:
        """The place with an id, where a claim is about it."""
        return next((one.place for one in reversed(self.claims_at(name)) if one.place is not None), None)

    def called(self, folded: str) -> tuple[Place, ...]:
        """The places that claims are about whose folded name is this."""
        found = [self.place(place) for place in self._at_sequence.called(folded)]
        return tuple(place for place in found if place is not None)

    def countries(self) -> frozenset[str | None]:
        """The countries in which places lie that claims are about; None for a place in no country."""
        return frozenset(country or None for (country,) in self._rows(_COUNTRIES))

    def names(self) -> frozenset[str]:
        """The names of the places that claims are about."""
        return frozenset(name for (name,) in self._rows(_NAMES))

    @cached_property
    def _claims(self) -> dict[str, tuple[ResolvedClaim, ...]]:
        return {}

    @cached_property
    def fit(self) -> Fit | None:
        """What had been learnt of claimers: the newest fit with a cut-off that does not lie after `as_of`."""
        return newest_fit(self.index.store.fits(recorded=self.recorded), self.as_of)

    @cached_property
    def _grades(self) -> dict[str, str]:
        grades = self.index.store.grades(recorded=self.recorded)
        return grades_in_force(one.grade for one in grades)

    @property
    def _at_sequence(self) -> AtSequence:
        return self.index.at_sequence(self.recorded)

    @property
    def _until(self) -> int:
        return micros(self.as_of) if self.as_of is not None else FOREVER

    def judged(self, claim: str) -> tuple[Judged, ...]:
        """What was judged of a claim, oldest first."""
        return self.index.store.judgements(claim, recorded=self.recorded)

    def _rows(self, sql: str, **given: object) -> Iterator[tuple[Any, ...]]:
        return self.index.rows(sql, seq=self.recorded, until=self._until, **given)
