"""Why a place is said to be held: the sum of the reasons, who says what against whom, who is silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from whoholds.chances import chance_words
from whoholds.control import Setting, chance_without
from whoholds.control.evidence import day_of
from whoholds.control.hypothetical import WouldChange, would_change
from whoholds.control.lacking import Lack, lacking
from whoholds.control.of_before import is_of_a_year
from whoholds.control.positions import position_of, said_words
from whoholds.control.unheard import unheard
from whoholds.independence import Counted, counted
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.silences import ResolvedSilence
from whoholds.suppositions import lack_words, rule_lines, unheard_words, would_dict
from whoholds.wording import (
    BANNER,
    Voice,
    as_known_words,
    entries_words,
    explained_words,
    is_projection,
    place_words,
    shown,
    state_words,
    voice_of,
)

RECENT = timedelta(days=45)  # what is said of a day further before the day in question is history
SHARES = (
    "A share may exceed what its ratio gives: who says that a party holds, took or left a place also moves "
    "part of what the others had."
)
SMALL = 0.005  # nats; a smaller share is not worth a second calculation


@dataclass(frozen=True, slots=True)
class Stance:
    """One position on the place and all who take it, in so many reports of so many independent origins."""

    words: str
    unverified: bool
    count: Counted
    voices: tuple[Voice, ...]

    @property
    def title(self) -> str:
        """The position, marked where it is not verified."""
        return f"not verified: {self.words}" if self.unverified else self.words


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the sum: its share in nats; `without` is the probability had the claim not been made."""

    label: str
    nats: float
    voice: Voice | None = None
    without: float | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons for one state. `reasons` sum to the log-odds of `state.explains`.

    `earlier` is history, `later` what is said of days long after. `partial`: the record has further entries.
    `unheard`: parties whose loss is claimed and for whom nobody speaks. `lacking`: the rules that keep the
    place from being held. `would_change`: supposed evidence that would change the answer.
    """

    state: ControlState
    stances: tuple[Stance, ...]
    reasons: tuple[Reason, ...]
    silent: tuple[ResolvedSilence, ...]
    also: tuple[Voice, ...]
    earlier: tuple[Voice, ...]
    set_aside: tuple[Voice, ...]
    hindsight: tuple[str, ...] = ()
    later: tuple[Voice, ...] = ()
    partial: bool = False
    unheard: tuple[str, ...] = ()
    lacking: tuple[Lack, ...] = ()
    would_change: tuple[WouldChange, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The reasons as lines of plain text."""
        return tuple(_lines(self))

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def to_dict(self) -> dict[str, Any]:
        """The reasons in plain values."""
        return {
            "place": self.state.place.name,
            "place_id": self.state.place.id,
            "on": self.state.on.isoformat(),
            "as_of": self.state.as_of.isoformat(timespec="seconds") if self.state.as_of else None,
            "projection": is_projection(self.state.on, self.state.as_of),
            "recorded": self.state.recorded,
            "method": self.state.method,
            "status": self.state.status,
            "holder": self.state.holder,
            "probability": round(self.state.probability, 4),
            "unknown_reason": self.state.unknown_reason,
            "left": list(self.state.left),
            "between": list(self.state.between),
            "explains": self.state.explains,
            "positions": [_stance_dict(stance) for stance in self.stances],
            "reasons": [
                {"label": one.label, "nats": round(one.nats, 4), "without": one.without,
                 "claim": one.voice.claim if one.voice else None,
                 "quote": one.voice.quote if one.voice else None}
                for one in self.reasons
            ],
            "silent": [{"party": one.party, "words": one.words, "quote": one.quote} for one in self.silent],
            "also": [_voice_dict(one) for one in self.also],
            "earlier": [_voice_dict(one) for one in self.earlier],
            "later": [_voice_dict(one) for one in self.later],
            "set_aside": [_voice_dict(one) for one in self.set_aside],
            "hindsight": list(self.hindsight),
            "unheard": list(self.unheard),
            "lacking": [{"words": lack_words(one), **asdict(one)} for one in self.lacking],
            "would_change": list(map(would_dict, self.would_change)),
            "note": BANNER,
        }  # fmt: skip


def _stance_dict(stance: Stance) -> dict[str, Any]:
    return {
        "position": stance.words,
        "unverified": stance.unverified,
        "reports": stance.count.reports,
        "origins": stance.count.origins,
        "claims": [_voice_dict(voice) for voice in stance.voices],
    }


def _voice_dict(voice: Voice) -> dict[str, Any]:
    names = ("claim", "what", "says", "where", "when", "quote")
    return {name: getattr(voice, name) for name in names} | {"marks": list(voice.marks)}


def explain_state(
    state: ControlState,
    claims: Sequence[ResolvedClaim],
    silences: Sequence[ResolvedSilence],
    setting: Setting | None = None,
    *,
    hindsight: Collection[str] = (),
) -> Why:
    """The reasons for a state from the claims at its place that were known then, in the same setting.

    `hindsight`: ids of claims that were judged after that moment.
    """
    counting = [claim for claim in claims if claim.counts]
    recent = [claim for claim in counting if _is_of(claim, state.on)]
    placed = [claim for claim in recent if position_of(claim) is not None and not claim.inferred]
    others = [claim for claim in recent if position_of(claim) is None or claim.inferred]
    apart = sorted(
        (claim for claim in counting if not _is_of(claim, state.on)),
        key=lambda one: (day_of(one), one.id),
    )
    aside = [claim for claim in claims if not claim.counts]
    government = setting.government if setting is not None else None
    return Why(
        state=state,
        stances=_stances(placed),
        reasons=_reasons(state, claims, setting),
        silent=tuple(silences),
        also=tuple(map(voice_of, others)),
        earlier=tuple(voice_of(claim) for claim in apart if day_of(claim) < state.on),
        later=tuple(voice_of(claim) for claim in apart if day_of(claim) > state.on),
        unheard=unheard(recent, government, silent={one.party for one in silences}),
        lacking=lacking(state, claims, setting),
        would_change=would_change(state, claims, setting),
        set_aside=tuple(map(voice_of, aside)),
        hindsight=tuple(sorted(hindsight)),
    )


def _is_of(claim: ResolvedClaim, on: date) -> bool:
    """True for a claim of the days around a day, or of a year that it lies in."""
    start, end = claim.days.start, claim.days.end
    if is_of_a_year(claim) and start is not None and end is not None:
        return start <= on <= end
    return abs(day_of(claim) - on) <= RECENT


def _stances(claims: Sequence[ResolvedClaim]) -> tuple[Stance, ...]:
    """The positions, those of most independent origins first, the verified before the unverified."""
    groups: dict[tuple[str, bool], list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        position = position_of(claim)
        assert position is not None  # the caller leaves out claims without one
        groups[said_words(claim, position), claim.claim.unverified].append(claim)
    found = []
    for (words, unverified), told in groups.items():
        newest = sorted(told, key=lambda claim: (claim.known_from, day_of(claim), claim.id), reverse=True)
        voices = tuple(map(voice_of, newest))
        found.append(Stance(words, unverified, counted(told), voices))
    return tuple(sorted(found, key=lambda one: (one.unverified, -one.count.origins, one.words)))


def _reasons(
    state: ControlState, claims: Sequence[ResolvedClaim], setting: Setting | None
) -> tuple[Reason, ...]:
    by_id = {claim.id: claim for claim in claims}
    found = []
    for term in state.terms:
        claim = by_id.get(term.claim or "")
        if claim is None:
            found.append(Reason(term.label, term.nats))
            continue
        rest = None
        if abs(term.nats) >= SMALL:
            rest = round(chance_without(state, claims, claim.id, setting), 4)
        found.append(Reason(term.label, term.nats, voice_of(claim), rest))
    found[1:-2] = sorted(found[1:-2], key=lambda one: (-abs(one.nats), one.label))
    return tuple(found)


def _lines(why: Why) -> Iterator[str]:
    state = why.state
    yield f"{place_words(state.place)}: {state_words(state)} {as_known_words(state, partial=why.partial)}"
    if state.pressed_by:
        yield f"Pressed by {', '.join(state.pressed_by)}{'; said to be besieged' if state.besieged else ''}"
    yield BANNER
    if len(why.stances) > 1:
        yield f"What is said of it, side by side ({len(why.stances)} positions):"
    elif why.stances:
        yield "What is said of it:"
    for number, stance in enumerate(why.stances, 1):
        yield f"{number}. {stance.title[:1].upper()}{stance.title[1:]} ({stance.count.words()})"
        for voice in stance.voices:
            yield from (f"   {line}" for line in voice.lines())
    yield from _silent_lines(why)
    yield from _sum_lines(why)
    yield from rule_lines(why.lacking, why.would_change)
    for title, voices in (
        ("Also told of this place:", why.also),
        ("History, with its own dates:", why.earlier),
        ("Set aside, no evidence:", why.set_aside),
    ):
        if voices:
            yield title
            for voice in voices:
                yield from (f"   {line}" for line in voice.lines())
    if why.later:
        yield later_words(why)
    if why.hindsight:
        names = "".join(f" [c:{name[:8]}]" for name in why.hindsight)
        yield f"Judged in hindsight, after the moment of this view:{names}"
    whole = entries_words(state.recorded) if why.partial else "all that is recorded"
    known = whole if state.as_of is None else state.as_of.isoformat(timespec="seconds")
    yield f"Named by: on {state.on}, as of {known}, recorded {state.recorded}, method {state.method}"


def later_words(why: Why) -> str:
    """How many claims tell of days long after the day in question."""
    told = "1 claim tells" if len(why.later) == 1 else f"{len(why.later)} claims tell"
    return f"{told} of later days, not shown here."


def _silent_lines(why: Why) -> Iterator[str]:
    for silence in why.silent:
        yield f"Silent: {silence.party} (“{shown(silence.words)}”): “{shown(silence.quote)}”"
    for party in why.unheard:
        yield f"Not heard: {unheard_words(party)}"


def _sum_lines(why: Why) -> Iterator[str]:
    if not any(reason.voice for reason in why.reasons):
        return
    state = why.state
    total = sum(reason.nats for reason in why.reasons)
    sure = f"log-odds {total:+.2f} nats, probability {chance_words(state.probability)}"
    yield f"The sum for “{explained_words(state)}” ({sure}):"
    for reason in why.reasons:
        after = "" if reason.without is None else f" (without this claim: {chance_words(reason.without)})"
        name = f" [c:{reason.voice.claim[:8]}]" if reason.voice else ""
        yield f"   {reason.nats:+.2f}  {shown(reason.label)}{after}{name}"
    yield f"   {SHARES}"
