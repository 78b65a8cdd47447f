"""A situation brief in Markdown: every sentence carries the claims it stands on, quoted at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from whoholds.control import Setting
from whoholds.control.evidence import day_of
from whoholds.control.hypothetical import would_change
from whoholds.control.lacking import lacking
from whoholds.control.unheard import unheard
from whoholds.exports.brief_grounds import Grounds, grounds_of, newest_first
from whoholds.exports.brief_sides import CITED, side_lines
from whoholds.exports.credits import CREDITS
from whoholds.exports.filters import Filter
from whoholds.exports.markdown import markdown
from whoholds.exports.page_words import within
from whoholds.exports.withholding import masked_claim
from whoholds.ontology import event_types
from whoholds.picture import ControlState, Event, Picture, ResolvedClaim
from whoholds.silences import ResolvedSilence
from whoholds.suppositions import lack_words, unheard_words, would_words
from whoholds.wording import (
    PROJECTION,
    UNKNOWN,
    count_words,
    day_words,
    is_projection,
    left_words,
    marks,
    origin_words,
    place_words,
    says,
    speaker,
    state_words,
)

LONGEST = 4_000  # characters of a quotation, as in the brief that the page makes
DAYS = timedelta(days=7)  # a brief tells of so many days
OPEN, CHANGES = 8, 3  # places of which it is told what would change the answer, in so many ways
CIVILIAN = ("civilians", "people", "children", "women")
NOTE = "Reports gathered, not verified facts: every sentence names the claims behind it, quoted at the end."


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief is made from: the picture, the states on its day and a week before, who is silent.

    `public` withholds the names of private persons. `settings`: the war around each place, by its id. With a
    filter it tells of the places that wanted claims are about, and quotes wanted claims only; where these are
    contradicted by others it says so.
    """

    picture: Picture
    states: tuple[ControlState, ...]
    before: tuple[ControlState, ...]
    on: date
    silences: tuple[ResolvedSilence, ...] = ()
    public: bool = True
    settings: Mapping[str, Setting] = field(default_factory=dict)
    filter: Filter = field(default_factory=Filter)
    asked: str = ""  # the filter in words


@dataclass(slots=True)
class _Notes:
    """The claims that were cited, in the order of their first citation."""

    cited: dict[str, ResolvedClaim] = field(default_factory=dict)

    def cite(self, claims: Iterable[ResolvedClaim]) -> str:
        """Names of claims to be put at the end of a sentence."""
        told = list(claims)
        self.cited.update({claim.id: claim for claim in told})
        return "".join(f" [c:{claim.id[:8]}]" for claim in told)


def write_brief(brief: Brief) -> str:
    """The brief: changes of the last 7 days, contested places, contradictions, what would change the answers,
    civilian harm, displacement, access, silence, what is not known. Figures are ranges; empty parts say so.
    """
    claims = [one for one in brief.picture.claims.values() if one.counts and brief.filter.keeps(one)]
    known = {one.id: masked_claim(one) if brief.public else one for one in claims}
    writer = _Writer(brief, known, _Notes())
    sections = (
        (f"Changes since {day_words(brief.on - DAYS)}", writer.changes()),
        ("Contested places", writer.contested()),
        ("Contradictions", writer.contradictions()),
        ("What would change it", writer.open()),
        ("Civilian harm", writer.harm()),
        ("Displacement", writer.told("displacement")),
        ("Access", writer.told("access")),
        ("Silence", chain(writer.silent(), writer.unheard())),
        ("Unknown or stale", writer.unknown()),
    )
    nothing = "Nothing of it is among what the filters keep." if brief.asked else "Nothing known is reported."
    lines = [*writer.head()]
    for title, sentences in sections:
        lines += ["", f"## {title}", "", *(list(sentences) or [nothing])]
    return "\n".join([*lines, "", "## Quotations", "", *writer.quotations(), "", CREDITS, ""])


@dataclass(frozen=True, slots=True)
class _Writer:
    brief: Brief
    claims: dict[str, ResolvedClaim]
    notes: _Notes

    def head(self) -> Iterator[str]:
        """The title, the note, and what names the answer."""
        record = self.brief.picture.record
        day = record.as_of
        as_of = f"what was published by {day:%Y-%m-%d}" if day else "all reports, also those published later"
        yield f"# Situation on {day_words(self.brief.on)}"
        yield ""
        yield f"**{NOTE}**"
        yield ""
        yield f"Known from {as_of}; record up to entry {record.recorded}; method {self.brief.picture.method}."
        if is_projection(self.brief.on, day):
            yield f"{PROJECTION.capitalize()}."
        if self.brief.asked:
            yield ""
            yield markdown(f"{self.brief.asked} Figures are ranges over all claims of an event.")

    def changes(self) -> Iterator[str]:
        """The places whose status or holder is another than a week before."""
        before = {state.place.id: state for state in self.brief.before}
        for state in self.brief.states:
            old = before.get(state.place.id)
            if (
                old is None
                or not self._wanted_at(state)
                or (old.status, old.holder) == (state.status, state.holder)
            ):
                continue
            if state.status != "unknown" or state.left:
                turned = markdown(f"now {state_words(state)}; before, {state_words(old)}")
                yield f"- {_place(state)}: {turned}: {self._because(state)}"

    def contested(self) -> Iterator[str]:
        """The places that are contested, or in whose assessed state recent claims do not agree."""
        for state in self.brief.states:
            if state.status == "contested" and self._wanted_at(state):
                yield f"- {_place(state)}: {markdown(state_words(state))}: {self._because(state)}"

    def contradictions(self) -> Iterator[str]:
        """Claims of the last days that cannot all be true, side by side, whatever the filters leave out."""
        every = self.brief.picture.claims.values()
        recent = (claim for claim in every if claim.counts and self._recent(claim))
        return side_lines(recent, self.claims, self.notes.cite)

    def open(self) -> Iterator[str]:
        """Places told of in these days and not settled: why, and what would change the answer."""
        unsettled = [
            state
            for state in self.brief.states
            if state.status in ("leaning", "contested") or state.unknown_reason == "weak"
            if any(self._recent(claim) for claim in self._wanted_at(state))
        ]
        for state in sorted(unsettled, key=lambda one: (-one.reports, one.place.name))[:OPEN]:
            claims, setting = self._at(state), self.brief.settings.get(state.place.id)
            why_not = [f"not {one.word}: {lack_words(one)}" for one in lacking(state, claims, setting)]
            supposed = " / ".join(map(would_words, would_change(state, claims, setting)[:CHANGES]))
            grounds = self._grounds(state)
            told = markdown("; ".join(filter(None, (state_words(state), *why_not, grounds.left_words()))))
            more = f" Supposed, and reported by nobody: {markdown(supposed)}." if supposed else ""
            yield f"- {_place(state)}: {told}{self.notes.cite(grounds.told[:CITED])}.{more}"

    def harm(self) -> Iterator[str]:
        """Civilians killed, hurt or missing, as ranges over all claims of one event."""
        for event in self._events():
            told = self._told(event)
            figures = [one for one in event.figures if _is_civilian(one.who, event)]
            if not figures and event.group != "attack_civilians":
                continue
            for figure in figures:
                ids = {name for name, _ in figure.told}
                said = [claim for claim in told if claim.id in ids]
                if said:
                    who = figure.who or "people"
                    number = count_words(figure)
                    yield f"- {_where(said)}: {markdown(who)} {figure.kind}, {number}: {self._say(said)}"
            if not figures and told:
                yield f"- {_where(told)}: {self._say(told)}"

    def told(self, group: str) -> Iterator[str]:
        """The events of one group."""
        for event in self._events():
            told = self._told(event)
            if event.group == group and told:
                yield f"- {_where(told)}: {self._say(told)}"

    def silent(self) -> Iterator[str]:
        """Who is said not to have commented."""
        for one in self.brief.silences:
            fresh = self.brief.on - DAYS < one.known_from.date() <= self.brief.on
            if fresh and one.place is not None and self.brief.filter.keeps_silence(one):
                name, party, quote = map(markdown, (one.place.name, one.party, within(one.quote, LONGEST)))
                yield f"- {name}: no word from {party}: “{quote}” ({_outlet(one)})."

    def unheard(self) -> Iterator[str]:
        """Who is said to have lost a place in these days, and for whom nobody speaks in these reports."""
        for state in self.brief.states:
            every = [one for one in self._at(state) if one.counts and self._recent(one)]
            told = [self.claims[one.id] for one in every if one.id in self.claims]
            setting = self.brief.settings.get(state.place.id)
            silent = {one.party for one in self.brief.silences if one.place == state.place}
            government = setting.government if setting else None
            for party in unheard(every if told else (), government, silent=silent):
                cited = self.notes.cite(told[-1:])
                yield f"- {markdown(state.place.name)}: {markdown(unheard_words(party))}{cited}."

    def unknown(self) -> Iterator[str]:
        """Places of which it is not known who holds them, each with its newest claim."""
        for reason, words in UNKNOWN.items():
            told = {
                state.place: self._wanted_at(state)[:1]
                for state in self.brief.states
                if state.status == "unknown"
                and state.unknown_reason == reason
                and state.place.kind != "country"
            }
            gone = {state.place: left_words(state) for state in self.brief.states}
            named = [
                f"{markdown('; '.join((place_words(place), *gone[place])))}{self.notes.cite(one)}"
                for place, one in told.items()
                if one
            ]
            if named:
                yield f"- {words[:1].upper()}{words[1:]}: {', '.join(named)}."

    def quotations(self) -> Iterator[str]:
        """The claims that were cited, each with its exact quotation."""
        for claim in self.notes.cited.values():
            said = "".join(f"; {mark}" for mark in marks(claim))
            says = f"{markdown(speaker(claim))}, in {markdown(origin_words(claim))}{said}"
            yield f"- [c:{claim.id[:8]}] “{markdown(within(claim.quote, LONGEST))}” ({says})"

    def _say(self, told: Sequence[ResolvedClaim]) -> str:
        """ "X says: captured by Y [c:…]", one clause for each claim."""
        clauses = []
        for claim in told[:CITED]:
            what = event_types()[claim.claim.type].label
            who = f" ({markdown(claim.actor)})" if claim.actor else ""
            sure = claim.claim.factuality.value
            hedge = "" if sure == "certain" else f", as {sure}"
            doubt = ", not verified" if claim.claim.unverified else ""
            clauses.append(f"{markdown(says(claim))}: {what}{who}{hedge}{doubt}{self.notes.cite([claim])}")
        return "; ".join(clauses) + "."

    def _grounds(self, state: ControlState) -> Grounds:
        here = self.brief.picture.by_place.get(state.place.id, ())
        return grounds_of(state, self.brief.on, self.claims, here)

    def _wanted_at(self, state: ControlState) -> tuple[ResolvedClaim, ...]:
        """The claims that a state stands on; where the filters leave these out, the wanted ones there."""
        here = self.brief.picture.by_place.get(state.place.id, ())
        return self._grounds(state).told or newest_first(here, self.claims)

    def _because(self, state: ControlState) -> str:
        """Who says what for a state, and how many say so that the filters leave out."""
        grounds = self._grounds(state)
        said = self._say(grounds.told).removesuffix(".")
        return f"{'; '.join(filter(None, (said, grounds.left_words())))}."

    def _events(self) -> Iterator[Event]:
        for event in self.brief.picture.events:
            last = event.days.end
            if last is not None and self.brief.on - DAYS < last <= self.brief.on:
                yield event

    def _told(self, event: Event) -> list[ResolvedClaim]:
        return [self.claims[name] for name in event.claims if name in self.claims]

    def _at(self, state: ControlState) -> list[ResolvedClaim]:
        picture = self.brief.picture
        return [picture.claims[name] for name in picture.by_place.get(state.place.id, ())]

    def _recent(self, claim: ResolvedClaim) -> bool:
        return self.brief.on - DAYS < day_of(claim) <= self.brief.on


def _is_civilian(who: str | None, event: Event) -> bool:
    return event.group == "attack_civilians" or (who or "").casefold() in CIVILIAN


def _place(state: ControlState) -> str:
    return f"**{markdown(place_words(state.place))}**"


def _where(told: Sequence[ResolvedClaim]) -> str:
    return markdown(told[0].place_name or "a place not named")


def _outlet(silence: ResolvedSilence) -> str:
    return markdown(silence.outlet or silence.report_name or "report without an outlet")
