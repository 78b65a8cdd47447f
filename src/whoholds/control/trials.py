"""What came of claims: borne out, refuted or still open, by all who do not speak for the same origin.

A claim is settled in retrospect: at least so many days after it became known, the probability of what it says
is above a limit (it was borne out), or that of another party holding the place is (refuted). The probability
is that of the method with its starting values, from all claims at the place **but those of the claim's own
origin** (its voice; its side, where it speaks for one), so that nobody bears himself out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from whoholds.control.case import Case, Setting, prepare
from whoholds.control.chain import OTHER, Belief, run
from whoholds.control.claimers import Interest, class_of, interest_of
from whoholds.control.evidence import day_of, is_baseline
from whoholds.control.kept import Weighing
from whoholds.control.positions import CONTESTED, HOLDS, NOT, Position, position_of
from whoholds.control.ratios import cell_of
from whoholds.control.trust_table import Settled, trust_table
from whoholds.independence import Sentences, Voices
from whoholds.model import Factuality, Place
from whoholds.picture import ResolvedClaim
from whoholds.voice_keys import origin_of

BORNE_OUT, REFUTED, OPEN = "borne out", "refuted", "open"
OWN_GAIN, ADMISSION, DENIAL, NEUTRAL = "own gain", "admission", "denial", "neutral"


_Came = tuple[str, str | None]  # the outcome, and who held the place


@dataclass(frozen=True, slots=True)
class Trial:
    """One claim of who holds a place, and what came of it.

    `cell` is its class of claimer × interest × act, `start` the class, `kind` own gain, admission, denial or
    neutral; `outcome` borne out, refuted or open. `holder` is the party that held the place where the outcome
    is settled.
    """

    claim: ResolvedClaim
    cell: str
    start: str
    kind: str
    outcome: str
    holder: str | None = None


def trials(
    place: Place, claims: Sequence[ResolvedClaim], as_of: datetime, setting: Setting
) -> tuple[Trial, ...]:
    """What came of the claims at a place, by what was known at `as_of`, first known first.

    Baselines are nobody's claims. What one claimer says again of a place within the days of a repetition is
    tried once. The starting values count, whatever table the setting has.
    """
    known = [one for one in claims if one.known_from <= as_of]
    setting = replace(setting, table=None, neighbours=())
    weighing = Weighing(setting.numbers, setting.government)
    told = [one for one in known if _is_tried(one, weighing)]
    speaking = {one.id for one in told} | {one.id for one in known if is_baseline(one)}
    said = Sentences(known)
    voice = Voices(said).of(known)
    origins = {one.id: origin_of(one, voice[one.id]) for one in known}
    of_origin: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for one in _said_anew(told, setting.numbers.redundancy.repeat_days):
        of_origin[origins[one.id]].append(one)
    found = []
    for origin, own in of_origin.items():
        rest = [one for one in known if origins[one.id] != origin]
        heard = any(one.id in speaking for one in rest)
        outcomes = _outcomes(place, own, rest if heard else (), _Court(as_of, setting, said))
        found += [_trial(one, outcomes[one.id], setting.government) for one in own]
    return tuple(sorted(found, key=lambda one: (one.claim.known_from, one.claim.id)))


@dataclass(frozen=True, slots=True)
class _Court:
    as_of: datetime
    setting: Setting
    said: Sentences


def _is_tried(claim: ResolvedClaim, weighing: Weighing) -> bool:
    position = position_of(claim)
    if position is None or position.act not in (HOLDS, NOT) or is_baseline(claim):
        return False
    if position.party == CONTESTED:
        return False
    return bool(weighing.rows(claim))


def _said_anew(claims: Iterable[ResolvedClaim], days: float) -> list[ResolvedClaim]:
    """The claims without what the same claimer said of the place shortly before."""
    last: dict[tuple[str, str | None, Position | None], datetime] = {}
    found = []
    for one in sorted(claims, key=lambda one: (one.known_from, one.id)):
        key = (claimer_of(one), one.side, position_of(one))
        if key not in last or one.known_from - last[key] >= timedelta(days=days):
            last[key] = one.known_from
            found.append(one)
    return found


def _outcomes(
    place: Place, own: Sequence[ResolvedClaim], rest: Sequence[ResolvedClaim], court: _Court
) -> Mapping[str, _Came]:
    """What came of claims of one origin, by their ids, by the rest (none: nobody else tells of the place)."""
    rules = trust_table().settled
    ripe = [one for one in own if one.known_from + timedelta(days=rules.days) <= court.as_of]
    outcomes: dict[str, _Came] = dict.fromkeys((one.id for one in own), (OPEN, None))
    if not ripe or not rest:
        return outcomes
    case = prepare(place, rest, court.as_of, court.setting, Voices(court.said))
    days = {one.id: (day_of(one), day_of(one) + timedelta(days=rules.after)) for one in ripe}
    beliefs = run(case.chain, case.rows, sorted({day for pair in days.values() for day in pair})).smoothed
    for one in ripe:
        position = position_of(one)
        if position is not None:
            outcomes[one.id] = _outcome(case, position, [beliefs[day] for day in days[one.id]], rules)
    return outcomes


def _outcome(case: Case, position: Position, beliefs: Sequence[Belief], rules: Settled) -> _Came:
    """Borne out on its day or the later one; else refuted on one of them; else open."""
    likely = [_true_and_false(case, position, belief) for belief in beliefs]
    for number, outcome in enumerate((BORNE_OUT, REFUTED)):
        for chances, belief in zip(likely, beliefs, strict=True):
            if chances[number] > rules.probability:
                return outcome, _holder(case, belief)
    return OPEN, None


def _holder(case: Case, belief: Belief) -> str:
    """The likeliest party."""
    parties = case.chain.states[:-1]
    return max(zip(belief, parties, strict=False))[1]


def _true_and_false(case: Case, position: Position, belief: Belief) -> tuple[float, float]:
    """The probabilities that it holds the place and that another party does; contested is neither."""
    states = case.chain.states
    party = position.party if position.party in states else OTHER
    holds = belief[states.index(party)]
    others = 1.0 - holds - belief[-1]
    return (holds, others) if position.act == HOLDS else (others, holds)


def _trial(claim: ResolvedClaim, came: _Came, government: str | None) -> Trial:
    position = position_of(claim)
    assert position is not None  # only such claims are tried
    start = class_of(claim, government=government)
    cell = cell_of(claim, position, start, government)
    return Trial(claim, cell, start, kind_of(claim, government), *came)


def kind_of(claim: ResolvedClaim, government: str | None = None) -> str:
    """Own gain, admission, denial (of an own loss) or neutral: what the claim is to its claimer."""
    interest = interest_of(claim, government)
    if interest is Interest.AGAINST:
        return ADMISSION
    if interest is Interest.NEUTRAL:
        return NEUTRAL
    return DENIAL if claim.claim.factuality is Factuality.DENIED else OWN_GAIN


def claimer_of(claim: ResolvedClaim) -> str:
    """Who is held to a claim, in words: the claimer without an article; in its own voice, the report's agency
    or outlet; "unnamed, in" it, where the report does not say who."""
    home = claim.credited or claim.outlet or claim.report_name or f"report {claim.claim.report}"
    if claim.claimer == "unnamed" or claim.claim.attribution.unnamed:
        return f"unnamed, in {home}"
    if claim.claimer is None:
        return home
    words = claim.claimer.split()
    bare = words[1:] if len(words) > 1 and words[0].casefold() in ("a", "an", "the") else words
    return " ".join(bare)
