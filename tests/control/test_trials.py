"""What came of claims: by others only, and only after a while."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control import Setting
from whoholds.control.case import gather, meant, prepare
from whoholds.control.chain import run
from whoholds.control.evidence import day_of
from whoholds.control.fallen import fallen
from whoholds.control.moments import order_of
from whoholds.control.positions import position_of
from whoholds.control.redundancy import weigh
from whoholds.control.returning import returning
from whoholds.control.told_late import told_late
from whoholds.control.trials import BORNE_OUT, OPEN, REFUTED, Trial, claimer_of, trials
from whoholds.control.trust_table import trust_table
from whoholds.independence import voices
from whoholds.model import Factuality, Precision
from whoholds.picture import ResolvedClaim
from whoholds.voice_keys import origin_of

LATER = datetime(2021, 9, 30, tzinfo=UTC)
SETTING = Setting(government=GOVERNMENT)
DAY = date(2021, 8, 8)


def told(**given: Any) -> ResolvedClaim:
    return make_resolved(**{"day": DAY, **given})


def tried(*claims: ResolvedClaim, as_of: datetime = LATER) -> dict[str, Trial]:
    return {one.claim.id: one for one in trials(KUNDUZ, claims, as_of, SETTING)}


SPOKESMAN = of_taliban(id="spokesman", own_interest=True)
PAPERS: list[dict[str, Any]] = [{"id": name, "outlet": name, "quote": f"{name} tells it."} for name in "ABC"]
AGAINST: list[dict[str, Any]] = [
    {"kind": "hold", "actor": GOVERNMENT, "id": name, "outlet": name, "quote": f"{name} denies."}
    for name in "ABC"
]
ONE_SIDE = [of_taliban(id=name, claimer=f"commander {name}", outlet=name) for name in "ABCDEF"]
DENIED = {**of_government(id="spokesman", own_interest=True), "factuality": Factuality.DENIED}
ADMITTED = of_government(id="spokesman", against_interest=True)


def papers(**given: Any) -> list[dict[str, Any]]:
    return [{**one, **given} for one in PAPERS]


CASES: list[tuple[str, list[dict[str, Any]], str]] = [
    ("three papers bear him out", [SPOKESMAN, *PAPERS], BORNE_OUT),
    ("three papers tell that the government holds it", [SPOKESMAN, *AGAINST], REFUTED),
    ("nobody else tells of it", [SPOKESMAN], OPEN),
    ("one paper is not enough", [SPOKESMAN, PAPERS[0]], OPEN),
    ("others of his side do not count", [SPOKESMAN, *ONE_SIDE], OPEN),
    (
        "papers that print one story are one",
        [SPOKESMAN, *papers(quote="It fell at noon that day, all said.")],
        OPEN,
    ),
    ("papers that carry one agency are one", [SPOKESMAN, *papers(credited="AFP")], OPEN),
    ("papers that an analyst rejected do not count", [SPOKESMAN, *papers(judged="reject")], OPEN),
    ("a loss that is denied", [DENIED, *PAPERS], REFUTED),
    ("a loss that is admitted", [ADMITTED, *PAPERS], BORNE_OUT),
    ("fighting is no claim of who holds it and settles nothing", [SPOKESMAN, *papers(kind="clash")], OPEN),
]


@pytest.mark.parametrize(("name", "claims", "outcome"), CASES, ids=[row[0] for row in CASES])
def test_what_came_of_it(name: str, claims: list[dict[str, Any]], outcome: str) -> None:
    assert tried(*(told(**one) for one in claims))["spokesman"].outcome == outcome


def test_nothing_is_settled_before_its_days_are_over() -> None:
    claims = [told(**one) for one in (SPOKESMAN, *PAPERS)]
    early = datetime(2021, 8, 20, tzinfo=UTC)
    assert tried(*claims, as_of=early)["spokesman"].outcome == OPEN
    assert tried(*claims, as_of=LATER)["spokesman"].outcome == BORNE_OUT


@pytest.mark.parametrize(
    ("given_claim", "kind", "cell"),
    [
        (SPOKESMAN, "own gain", "own_gain/own/takes"),
        (of_government(against_interest=True), "admission", "admission/against/takes"),
        (of_government(own_interest=True, factuality=Factuality.DENIED), "denial", "denied_loss/own/denies"),
        (of_government(kind="hold", actor=GOVERNMENT, own_interest=True), "own gain", "own_gain/own/holds"),
        (of_taliban(kind="withdrawal", actor=GOVERNMENT), "own gain", "own_gain/own/leaves"),
        ({}, "neutral", "reporter/neutral/takes"),
        ({"claimer": "residents"}, "neutral", "resident/neutral/takes"),
    ],
)
def test_of_which_kind_it_is(given_claim: dict[str, Any], kind: str, cell: str) -> None:
    (one,) = tried(told(**given_claim)).values()
    assert (one.kind, one.cell) == (kind, cell)


def test_what_is_said_again_is_tried_once() -> None:
    days = (date(2021, 8, 8), date(2021, 8, 20), date(2021, 11, 1))
    said = [told(**{**SPOKESMAN, "id": str(day)}, published=day, day=day, quote=str(day)) for day in days]
    assert set(tried(*said, as_of=datetime(2022, 1, 1, tzinfo=UTC))) == {"2021-08-08", "2021-11-01"}


@pytest.mark.parametrize(
    "not_tried",
    [
        {"kind": "clash"}, {"kind": "siege"}, {"inferred": True}, {"factuality": Factuality.FUTURE},
        {"judged": "reject"}, {"retracted": "another report"}, {"extractor": "baseline"},
        {"place": None}, {"precision": Precision.PART},
    ],
)  # fmt: skip
def test_what_is_no_claim_of_who_holds_it(not_tried: dict[str, Any]) -> None:
    assert tried(told(**not_tried)) == {}


@pytest.mark.parametrize(
    ("given_claim", "name"),
    [
        ({"claimer": "a Taliban spokesman"}, "Taliban spokesman"),
        ({"claimer": "The ministry of defence"}, "ministry of defence"),
        ({"claimer": "a"}, "a"),
        ({}, "Daily Wire"),
        ({"credited": "AFP"}, "AFP"),
        ({"unnamed": True}, "unnamed, in Daily Wire"),
        ({"outlet": None, "report_name": "note.txt"}, "note.txt"),
    ],
)
def test_who_is_held_to_it(given_claim: dict[str, Any], name: str) -> None:
    assert claimer_of(told(**given_claim)) == name


def any_claim(number: int) -> st.SearchStrategy[ResolvedClaim]:
    return st.builds(
        lambda day, who, actor, kind, outlet: told(
            kind=kind, actor=actor, outlet=outlet, id=f"c{number}", day=None, published=date(2021, 8, day),
            quote=f"Sentence {number}.", **who,
        ),
        st.integers(1, 28),
        st.sampled_from([{}, of_taliban(), of_government(), {"claimer": "residents"}]),
        st.sampled_from([TALIBAN, GOVERNMENT]),
        st.sampled_from(["capture", "hold", "withdrawal"]),
        st.sampled_from(["A", "B", "C", "D"]),
    )  # fmt: skip


claims = st.integers(0, 7).flatmap(lambda count: st.tuples(*map(any_claim, range(count))))


@given(claims, st.integers(1, 28), st.randoms(use_true_random=False))
def test_what_was_known_later_and_the_order_change_nothing(
    made: tuple[ResolvedClaim, ...], day: int, chance: Any
) -> None:
    as_of = datetime(2021, 8, day, 23, tzinfo=UTC)
    shuffled = list(made)
    chance.shuffle(shuffled)
    known = [one for one in made if one.known_from <= as_of]
    assert tried(*shuffled, as_of=as_of) == tried(*known, as_of=as_of)


def outcome_anew(one: ResolvedClaim, made: tuple[ResolvedClaim, ...]) -> str:
    """What came of a claim, from the claims of the other origins alone, by the chain and nothing kept."""
    by, rules = voices(made), trust_table().settled
    rest = [other for other in made if origin_of(other, by[other.id]) != origin_of(one, by[one.id])]
    said = position_of(one)
    if not rest or said is None or one.known_from + timedelta(days=rules.days) > LATER:
        return OPEN
    days = (day_of(one), day_of(one) + timedelta(days=rules.after))
    case = prepare(KUNDUZ, rest, LATER, SETTING)
    states, prior, table = case.chain.states, case.chain.prior, case.chain.table
    rows = [row for found in gather(KUNDUZ, rest, SETTING).rows.values() for row in found]
    spoken = fallen([meant(row, states, GOVERNMENT) for row in rows], states, prior)
    there = [row for row in spoken if not set(states).isdisjoint(row.evidence.weights)]
    weighed = tuple(sorted(weigh(there, voices(rest), table.redundancy), key=order_of))
    assert case.rows == told_late(returning(weighed, prior, table), prior, table)
    beliefs = run(case.chain, case.rows, days).smoothed
    for outcome, here in ((BORNE_OUT, said.act == "holds"), (REFUTED, said.act != "holds")):
        for day in days:
            party = said.party if said.party in case.chain.states else "other"
            holds = beliefs[day][case.chain.states.index(str(party))]
            others = 1.0 - holds - beliefs[day][-1]
            if (holds if here else others) > rules.probability:
                return outcome
    return OPEN


@given(claims)
def test_the_outcomes_are_those_of_every_claim_tried_by_itself(made: tuple[ResolvedClaim, ...]) -> None:
    assert all(one.outcome == outcome_anew(one.claim, made) for one in tried(*made).values())


@given(claims)
def test_nobody_bears_himself_out(made: tuple[ResolvedClaim, ...]) -> None:
    """However often one side says so, alone it settles nothing of its own."""
    own = [one for one in made if one.side == TALIBAN]
    assert all(one.outcome == OPEN for one in tried(*own).values())
