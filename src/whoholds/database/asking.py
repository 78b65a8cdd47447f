"""Every question to the record: who holds which place, who says so, what was known when."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from whoholds.control.contradictions import Contradiction, contradictions
from whoholds.control.profiles import profile_named
from whoholds.control.trail import Trails
from whoholds.database.answer import ControlAnswer
from whoholds.database.answers import Answers
from whoholds.database.collecting import at_rest
from whoholds.database.lookup import Reading, claim_named, event_type_of, find_place
from whoholds.database.moments import Day, Moment, day_of, moment_of
from whoholds.database.recording import Recording
from whoholds.database.resolving import Resolving
from whoholds.database.view import View
from whoholds.dossier import Change, Dossier, Entry, changes, timeline
from whoholds.events import EventBook
from whoholds.index import FAULTS, Indexed
from whoholds.index.known import FromAll
from whoholds.method import check_method, method_name
from whoholds.model import EventType, Place
from whoholds.ontology import parties_held
from whoholds.picture import Picture, ResolvedClaim
from whoholds.reports.dates import within_years
from whoholds.silences import ResolvedSilence
from whoholds.store import Store

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
Found = TypeVar("Found")
VIEWS = 24  # states of knowledge kept with all their answers


class Asking(Recording):
    """What `Database` answers.

    Questions take `on` (a day; by default the last one known of), `as_of` (only what was published by then; a
    bare date means its end, UTC) and `recorded` (a ledger sequence, or a moment: as this record stood then).
    Some take `profile`, what "controls" means: a name of `whoholds profiles`. They raise
    NotFoundError for a place or sequence that is not known, InputError for an unclear date or profile.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._views: OrderedDict[tuple[datetime | None, int], View] = OrderedDict()
        self._answers: OrderedDict[tuple[datetime | None, int, str], Answers] = OrderedDict()
        self._book = EventBook()
        self._trails = Trails()
        self._resolving = Resolving()

    def share(self, resolving: Resolving) -> None:
        """Resolve nothing again that another opening of the same record, to which this was given, has."""
        self._resolving = resolving

    def _forget(self) -> None:
        super()._forget()
        self._views.clear()
        self._answers.clear()
        self._trails.clear()
        self._book = EventBook()
        self._resolving = Resolving()

    def view(self, *, as_of: Moment | None = None, recorded: int | Moment | None = None) -> View:
        """One state of knowledge, with all answers from it; kept, so that asking again costs nothing."""
        moment = moment_of(as_of)
        key = (moment, self.sequence(recorded))
        if key not in self._views:
            resolver = self._resolver(key[1])
            resolved = self._resolving.resolved(self.store, resolver, key, self._reads(key[1]))
            self._views[key] = View(FromAll(resolved), resolver.gazetteer, book=self._book)
            if len(self._views) > VIEWS:
                self._views.popitem(last=False)
        self._views.move_to_end(key)
        return self._views[key]

    def sequence(self, recorded: int | Moment | None = None) -> int:
        """The ledger sequence that is meant: the newest, a number, or the one that counted at a moment."""
        newest = self.store.seq  # also says so when the record is closed
        if recorded is None:
            return newest
        if isinstance(recorded, int) or (isinstance(recorded, str) and _NUMBER.fullmatch(recorded)):
            return self.store.checked(int(recorded))
        moment = moment_of(recorded)
        return self.store.sequence_at(moment) if moment is not None else newest

    def party_order(self, *, recorded: int | Moment | None = None) -> tuple[str, ...]:
        """The parties in the order in which they take colours, the same at every moment of knowledge."""
        return self.view(recorded=recorded).party_order

    def picture(self, *, as_of: Moment | None = None, recorded: int | Moment | None = None) -> Picture:
        """All claims, resolved, and the events that they add up to."""
        return self.view(as_of=as_of, recorded=recorded).picture

    def claims(
        self,
        *,
        place: str | None = None,
        report: str | None = None,
        type: EventType | str | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
    ) -> tuple[ResolvedClaim, ...]:
        """The claims, first known first: all, at a place, of a report (its name or key), of a type."""
        if place is None:
            found = self.view(as_of=as_of, recorded=recorded).resolved.claims
        else:
            found = self._claims_at(place, as_of, recorded)
        kind = event_type_of(type)
        return tuple(
            claim
            for claim in found
            if (report is None or report in (claim.report_name, claim.claim.report))
            and (kind is None or claim.claim.type is kind)
        )

    def silences(
        self, *, as_of: Moment | None = None, recorded: int | Moment | None = None
    ) -> tuple[ResolvedSilence, ...]:
        """The parties that are said not to have commented, with the place."""
        return self.view(as_of=as_of, recorded=recorded).resolved.silences

    def control(  # noqa: PLR0913 - the parts of an answer's name
        self,
        place: str,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        profile: str | None = None,
        method: str | None = None,
        neighbours: bool = False,
    ) -> ControlAnswer:
        """Who holds a place, or a part of one ("Kunduz airport"), on a day, with all that it stands on.

        `method` is that of an answer's name: raises NotFoundError where another method would answer. With
        `neighbours` what is told of the places around counts as one capped line; all of the record is read.
        """
        meant = profile_named(profile)

        def asked(answers: Answers) -> ControlAnswer:
            under = answers.under(meant)
            check_method(method, under.method)
            read = self._reading(place, answers)
            found = under.answer(read.place, day_in(on, answers))
            parts = found.parts  # while the index can be read
            return replace(self._marked(found), read_as=read.note, listing=lambda: parts)

        if neighbours:
            return asked(self.view(as_of=as_of, recorded=recorded).with_neighbours())
        return self._asked(asked, as_of, recorded)

    def controls(  # noqa: PLR0913 - the parts of an answer's name
        self,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        profile: str | None = None,
        method: str | None = None,
        parts: bool = False,
    ) -> tuple[ControlAnswer, ...]:
        """The same for every place that a claim is about, by name; with `parts`, each after its place."""
        view = self.view(as_of=as_of, recorded=recorded).under(profile_named(profile))
        check_method(method, view.method)
        return tuple(map(self._marked, view.answers(day_in(on, view), parts=parts)))

    def first_known(self, *, recorded: int | Moment | None = None) -> date | None:
        """The day on which the first report of the record became known; None without reports."""
        reports = self.view(recorded=recorded).resolved.record.reports
        return min((one.known_from.date() for one in reports), default=None)

    def dossier(
        self,
        place: str,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        profile: str | None = None,
    ) -> Dossier:
        """All that is known of one place, or of a part of one."""
        view = self.view(as_of=as_of, recorded=recorded).under(profile_named(profile))
        return view.dossier(self._place(place, view), day_in(on, view))

    def timeline(
        self,
        since: Day | None = None,
        until: Day | None = None,
        *,
        place: str | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
    ) -> tuple[Entry, ...]:
        """The events by their first possible day, from one day to another, of all places or of one."""
        view = self.view(as_of=as_of, recorded=recorded)
        events = view.picture.events
        if place is not None:
            here = self._place(place, view)
            of_part = view.units.unit_of(here) is not None
            told = {claim.id for claim in view.claims_at(here)} if of_part else set()
            events = tuple(one for one in events if one.place == here.id or told.intersection(one.claims))
        first, last = day_of(since) or date.min, day_of(until) or date.max
        within = [
            event
            for event in events
            if first <= (event.days.end or date.max)
            and (event.days.start or event.days.end or date.min) <= last
        ]
        return timeline(within, view.by_id.values())

    def conflicts(
        self,
        *,
        place: str | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
    ) -> tuple[Contradiction, ...]:
        """Claims that cannot all be true, side by side; of all places or of one."""
        if place is not None:
            return contradictions(self._claims_at(place, as_of, recorded))
        return contradictions(self.view(as_of=as_of, recorded=recorded).resolved.claims)

    def diff(
        self,
        before: Day,
        after: Day,
        *,
        as_of: tuple[Moment | None, Moment | None] = (None, None),
        recorded: int | Moment | None = None,
    ) -> tuple[Change, ...]:
        """The places whose status or holder differs between two days, each as known at its moment."""
        one, other = (self.view(as_of=moment, recorded=recorded) for moment in as_of)
        return changes(one.states(day_in(before, one)), other.states(day_in(after, other)))

    def claim(self, name: str) -> ResolvedClaim:
        """One claim by its id or the beginning of it. Raises NotFoundError."""
        return claim_named(name, self.view().by_id)

    def search_place(self, name: str) -> Place:
        """The place that a name means here. Raises NotFoundError naming near spellings."""
        return self._asked(lambda answers: self._place(name, answers), None, None)

    def read_as(
        self, place: str, *, as_of: Moment | None = None, recorded: int | Moment | None = None
    ) -> str | None:
        """What is to be said of the place that a name was read as; None where it is its main name."""
        return self._asked(lambda answers: self._reading(place, answers).note, as_of, recorded)

    def _marked(self, answer: ControlAnswer) -> ControlAnswer:
        partial = answer.state.recorded < self.store.seq
        return replace(answer, partial=True) if partial else answer

    def _claims_at(
        self, place: str, as_of: Moment | None, recorded: int | Moment | None
    ) -> tuple[ResolvedClaim, ...]:
        return self._asked(lambda answers: answers.claims_at(self._place(place, answers)), as_of, recorded)

    def _asked(
        self, ask: Callable[[Answers], Found], as_of: Moment | None, recorded: int | Moment | None
    ) -> Found:
        """A question about one place: out of the index where there is one, else out of the whole record."""
        key = (moment_of(as_of), self.sequence(recorded))
        answers = self._indexed(*key) if key not in self._views else None
        if answers is not None:
            try:
                with at_rest(), parties_held():
                    return ask(answers)
            except FAULTS:
                self._index.close()
        return ask(self.view(as_of=as_of, recorded=recorded))

    def _indexed(self, as_of: datetime | None, recorded: int) -> Answers | None:
        changed = self.store.places_changed()
        resolver = self._resolver(changed)
        if recorded < changed or not self._index.catch_up(resolver, changed):
            return None
        name = (as_of, recorded, method_name(resolver.gazetteer))
        if name not in self._answers:
            known = Indexed(self._index, as_of, recorded)
            self._answers[name] = Answers(known, resolver.gazetteer, trails=self._trails)
            if len(self._answers) > VIEWS:
                self._answers.popitem(last=False)
        return self._answers[name]

    def _place(self, name: str, answers: Answers) -> Place:
        return self._reading(name, answers).place

    def _reading(self, name: str, answers: Answers) -> Reading:
        return find_place(name, answers.gazetteer, answers.known)


def day_in(given: Day | None, view: Answers) -> date:
    day = day_of(given)
    return within_years(day) if day is not None else view.last_day
