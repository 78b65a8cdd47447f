"""Words for people, the same in explanations, briefs and tables: who says so, when, how many, how sure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from whoholds.chances import chance_words
from whoholds.control.claimers import are_allies
from whoholds.control.evidence import is_baseline
from whoholds.control.grammar import verb
from whoholds.lexicon import word_set
from whoholds.model import Days, Estimate, Place
from whoholds.ontology import event_types
from whoholds.picture import ControlState, Event, EventFigure, ResolvedClaim

BANNER = "Reports gathered, not verified facts: every line says who says so."
PROJECTION = "a projection: this day lies after the moment of knowledge"
_INNER = re.compile(r"\s(?:in|of|from|on|at|to|near|with|who|for|inside|outside)\s|,")
UNKNOWN = {
    "none": "no report known says who holds it",
    "weak": "what is reported is too weak to say who holds it",
    "stale": "the last report of who holds it is too old to tell who does now",
}


def shown(words: str) -> str:
    """Words in one line, without control characters and marks that turn the direction of writing."""
    plain = "".join(one for one in words if one.isspace() or unicodedata.category(one) not in ("Cc", "Cf"))
    return " ".join(plain.split())


def day_words(day: date) -> str:
    """ "9 August 2021"."""
    return f"{day.day} {day:%B %Y}"


def days_words(days: Days) -> str:
    """ "9 August 2021", "2015", "between 1 May 2021 and 9 August 2021", "by 9 August 2021"."""
    start, end = days.start, days.end
    if start is None or end is None:
        known = start or end
        return "day not said" if known is None else f"{'by' if start is None else 'from'} {day_words(known)}"
    if start == end:
        return day_words(start)
    if start == date(start.year, 1, 1) and end == date(start.year, 12, 31):
        return str(start.year)
    return f"between {day_words(start)} and {day_words(end)}"


def time_words(days: Days) -> str:
    """ "some time in 2015", "some time between 1 May 2020 and 9 August 2021"."""
    words = days_words(days)
    return f"some time {'in ' if words.isdecimal() else ''}{words}"


def speaker(claim: ResolvedClaim) -> str:
    """Who says so, with the side and what carried it: "Deputy Governor X (Afghan government) to AFP"."""
    if claim.extractor.partition("/")[0] == "baseline":
        said = f"The baseline {claim.report_name or ''}".strip()
    elif claim.claimer is None:
        said = f"The report of {claim.outlet}" if claim.outlet else "The report in its own voice"
    elif claim.claimer == "unnamed":
        said = "Somebody unnamed"
    else:
        said = shown(claim.claimer[:1].upper() + claim.claimer[1:])
    side = (
        f" ({claim.side})" if claim.side is not None and claim.side.casefold() not in said.casefold() else ""
    )
    return f"{said}{side}" + (f", carried by {claim.relayed_by}" if claim.relayed_by else "")


def says(claim: ResolvedClaim) -> str:
    """Who says so, with the verb: "Residents say", "The governor says"."""
    head = _INNER.split((claim.claimer or "").casefold())[0].strip()
    many = head.split(" ", 1)[0] in word_set("wording", "plural") or " and " in head
    plural = many or (
        head.endswith("s") and not head.endswith(tuple(word_set("wording", "singular", "endings")))
    )
    return f"{speaker(claim)} {'say' if plural else 'says'}"


def origin_words(claim: ResolvedClaim) -> str:
    """Where it was printed and when: "Daily Wire, 9 August 2021"."""
    outlet = claim.outlet or claim.report_name or "report without an outlet"
    return f"{outlet}, {day_words(claim.published) if claim.published else 'without a date'}"


def marks(claim: ResolvedClaim) -> tuple[str, ...]:
    """What bears on a claim's weight, in words: how sure, whose interest, what people did with it."""
    said = claim.claim
    found = {
        f"said as {said.factuality.value}": said.factuality.value != "certain",
        "not verified": said.unverified,
        "against the claimer's own interest": claim.against_interest,
        "in the claimer's own interest": claim.own_interest,
        "the place is inferred": claim.inferred,
        f"{claim.precision.value} the place" if claim.precision.value == "near" else "of a part of the place":
            claim.precision.value in ("near", "part"),
        f"claimer graded {claim.grade} by an analyst": claim.grade is not None,
        f"dated {claim.published}, but known only from {claim.known_from.date()}": _known_later(claim),
        "taken back by its outlet": claim.retracted is not None,
        "rejected by an analyst": claim.judged == "reject",
        "accepted by an analyst": claim.judged == "accept",
        "amended by an analyst": claim.amended or claim.judged == "amend",
    }  # fmt: skip
    return tuple(words for words, holds in found.items() if holds)


def _known_later(claim: ResolvedClaim) -> bool:
    """True for what was added to an article later, or tells of a later day than its date."""
    if claim.published is None or is_baseline(claim):
        return False
    return (claim.known_from.date() - claim.published).days > 1  # a day apart: the zone it was written in


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim in words for people: what happened, who says so, where and when, and the exact quotation."""

    claim: str
    what: str
    says: str
    where: str
    when: str
    quote: str
    marks: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Two lines: who says what, and the quotation."""
        said = "; ".join((self.what, self.when, *self.marks))
        yield f"- {self.says} [{self.where}]: {said} [c:{self.claim[:8]}]"
        yield f"  “{shown(self.quote)}”"


def voice_of(claim: ResolvedClaim) -> Voice:
    """A claim in words for people."""
    return Voice(
        claim.id,
        _what(claim),
        speaker(claim),
        origin_words(claim),
        days_words(claim.days),
        claim.quote,
        marks(claim),
    )


def _what(claim: ResolvedClaim) -> str:
    words = event_types()[claim.claim.type].label
    if claim.actor:
        words += f": {claim.actor}"
    if claim.recipient:
        words += f", against {claim.recipient}"
    counts = [
        f"{figure.who or 'people'} {figure.kind}: {estimate_words(figure.estimate)} (“{figure.text}”)"
        for figure in claim.claim.figures
    ]
    return "; ".join((words, *counts))


def estimate_words(estimate: Estimate) -> str:
    """ "20", "20 or more", "24 to 99", "up to 20", "number not known"."""
    low, best, high = estimate.low, estimate.best, estimate.high
    if low is not None and high is not None:
        return str(low) if low == high else f"{low} to {high}"
    if low is not None:
        return f"{low} or more"
    if high is not None:
        return f"up to {high}"
    return str(best) if best is not None else "number not known"


def figure_lines(event: Event, claims: Mapping[str, ResolvedClaim]) -> Iterator[str]:
    """ "people killed: 12"; below it each count that was corrected, with the words of both."""
    for figure in event.figures:
        yield f"{figure.who or 'people'} {figure.kind}: {estimate_words(figure.estimate)}"
        for (name, estimate), by in zip(figure.told, figure.corrected_by, strict=False):
            one, later = claims.get(name), claims.get(by or "")
            if one is not None and later is not None:
                yield (
                    f"   before, corrected: {estimate_words(estimate)}: “{shown(one.quote)}” "
                    f"[{origin_words(one)}]; now: “{shown(later.quote)}” [{origin_words(later)}]"
                )


def count_words(figure: EventFigure) -> str:
    """ "12", "8 to 12", "12, before it was corrected 8"."""
    pairs = zip(figure.told, figure.corrected_by, strict=False)
    old = dict.fromkeys(estimate_words(estimate) for (_, estimate), by in pairs if by is not None)
    corrected = f", before it was corrected {', '.join(old)}" if old else ""
    return f"{estimate_words(figure.estimate)}{corrected}"


def place_words(place: Place) -> str:
    """ "Kunduz"; "Kunduz (province)" for what is wider than a town, which may have the name of one."""
    wider = place.kind in ("district", "province", "country")
    return f"{place.name} ({place.kind})" if wider and place.kind not in place.name.casefold() else place.name


def state_words(state: ControlState) -> str:
    """ "held by Taliban (0.93)", "contested (0.71)", "unknown: …", and who no longer holds it."""
    return "; ".join((_status_words(state), *left_words(state)))


def _status_words(state: ControlState) -> str:
    if state.status == "unknown":
        return f"unknown: {between_words(state) or UNKNOWN[state.unknown_reason or 'none']}"
    if state.status == "contested":
        return f"contested ({chance_words(state.probability)})"
    towards = "held by" if state.status == "held" else "leaning to"
    return f"{towards} {state.holder} ({chance_words(state.probability)})"


def between_words(state: ControlState) -> str | None:
    """ "M23 and Rwanda, who are allies, are each told to hold it (together 0.98)"; None elsewhere."""
    told = state.between
    if not told:
        return None
    names = " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
    allied = all(any(are_allies(one, other) for other in told if other != one) for one in told)
    together = chance_words(sum(state.holders[party] for party in told))
    return f"{names}{', who are allies,' if allied else ''} are each told to hold it (together {together})"


def left_words(state: ControlState) -> tuple[str, ...]:
    """ "Ukraine no longer holds it", for each party that left."""
    return tuple(f"{party} no longer {verb(party, 'holds', 'hold')} it" for party in state.left)


def explained_words(state: ControlState) -> str:
    """The statement whose log-odds are summed: "Taliban holds it", "it is contested"."""
    if state.explains == "contested":
        return "it is contested"
    if state.explains == "other":
        return "somebody else holds it"
    return f"{state.explains} {verb(state.explains, 'holds', 'hold')} it"


def parties_words(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """ "Taliban against Afghan government"; "Afghan government, Taliban" where claims differ in who did."""
    if set(actors) & set(recipients):
        return ", ".join(dict.fromkeys((*actors, *recipients)))
    sides = (" and ".join(actors), f"against {' and '.join(recipients)}" if recipients else "")
    return " ".join(side for side in sides if side)


def as_known_words(state: ControlState, *, partial: bool = False) -> str:
    """ "on 9 August 2021, as known on 9 August 2021". `partial`: the record has entries that do not count."""
    return known_words(state.on, state.as_of, state.recorded if partial else None)


def known_words(on: date, as_of: datetime | None, recorded: int | None = None) -> str:
    """The same of a day, a moment and, where later entries of the record do not count, a ledger sequence."""
    known = [] if as_of is None else [f"as known on {moment_words(as_of)}"]
    if recorded is not None:
        known.append(f"by {entries_words(recorded)} of the record")
    words = ", ".join((f"on {day_words(on)}", *(known or ["by all that is recorded"])))
    return f"{words} ({PROJECTION})" if is_projection(on, as_of) else words


def is_projection(on: date, as_of: datetime | None) -> bool:
    """True for a day after the moment of knowledge: what was known then, grown old, and nothing since."""
    return as_of is not None and on > as_of.astimezone(UTC).date()


def note_words(on: date, as_of: datetime | None) -> str:
    """The banner, and where the day lies after the moment of knowledge, that it is a projection."""
    return f"{BANNER} {PROJECTION.capitalize()}." if is_projection(on, as_of) else BANNER


def moment_words(moment: datetime) -> str:
    """ "9 August 2021" for the end of a day, else with the hour: "9 August 2021, 12:00 UTC"."""
    at = moment.astimezone(UTC)
    return day_words(at.date()) + ("" if (at.hour, at.minute) == (23, 59) else f", {at:%H:%M} UTC")


def entries_words(recorded: int) -> str:
    """ "the first 3 entries"."""
    return "the first entry" if recorded == 1 else f"the first {recorded} entries"
