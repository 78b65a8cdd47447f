"""That a place is held takes claims that somebody stands by."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from factories import (
    AYBAK,
    GOVERNMENT,
    KUNDUZ,
    TALIBAN,
    made_factuality,
    make_resolved,
    of_government,
    of_taliban,
)
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control import Question, Setting, assess_control
from whoholds.control.claimers import is_answered_for
from whoholds.control.echoes import mark_echoes
from whoholds.independence import independent
from whoholds.picture import ResolvedClaim

DAY = date(2021, 8, 8)
SETTING = Setting(government=GOVERNMENT)
POSSIBLE, PROBABLE = made_factuality("possible"), made_factuality("probable")

RUMOURS: list[dict[str, Any]] = [
    {"factuality": POSSIBLE},
    {"factuality": POSSIBLE, "claimer": "residents"},
    {"unverified": True},
    {"unverified": True, "claimer": "AFP"},
    {"unnamed": True},
    {"claimer": "unnamed"},
    {"claimer": "rumours"},
    {"claimer": "posts on social networks"},
    {"claimer": "a video"},
]
FIRM: list[dict[str, Any]] = [
    {},
    {"factuality": PROBABLE},
    {"claimer": "residents"},
    {"claimer": "AFP"},
    {"claimer": "the provincial governor"},
    {"claimer": "Karim Wardak"},
    {"claimer": "a UN monitor"},
    {"claimer": "a verified video"},
]


def told(number: int, given_values: dict[str, Any], kind: str = "capture") -> ResolvedClaim:
    return make_resolved(
        kind, id=f"c{number}", outlet=f"Outlet {number}", day=DAY, published=DAY, **given_values
    )


@pytest.mark.parametrize(
    ("values", "firm"), [(one, False) for one in RUMOURS] + [(one, True) for one in FIRM]
)
def test_who_answers_for_a_claim(values: dict[str, Any], firm: bool) -> None:
    assert is_answered_for(told(0, values)) is firm


@given(st.lists(st.sampled_from(RUMOURS), min_size=1, max_size=9), st.sampled_from(["capture", "hold"]))
def test_rumours_never_add_up_to_held(rumours: list[dict[str, Any]], kind: str) -> None:
    claims = [told(number, values, kind) for number, values in enumerate(rumours)]
    assert assess_control(KUNDUZ, claims, Question(DAY), SETTING).status != "held"


@pytest.mark.parametrize("rumour", RUMOURS)
@pytest.mark.parametrize("firm", FIRM[:7])
def test_one_who_stands_by_it_and_rumours_are_not_enough(
    rumour: dict[str, Any], firm: dict[str, Any]
) -> None:
    claims = [told(number, values) for number, values in enumerate([firm, rumour, rumour, rumour])]
    state = assess_control(KUNDUZ, claims, Question(DAY), SETTING)
    assert (state.status, state.holder) == ("leaning", TALIBAN)


@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(FIRM, 2)))
def test_two_who_stand_by_it_are(first: dict[str, Any], second: dict[str, Any]) -> None:
    claims = [told(number, values) for number, values in enumerate([first, second])]
    assert assess_control(KUNDUZ, claims, Question(DAY), SETTING).status == "held"


@pytest.mark.parametrize(
    ("others", "status"),
    [([], "leaning"), ([{"claimer": "residents"}], "held"), ([of_government(own_interest=True)], "unknown")],
)
def test_people_whose_side_is_not_told_may_all_be_the_takers(
    others: list[dict[str, Any]], status: str
) -> None:
    """They alone make nothing held, and against the holder's denial they are one side's word."""
    told_of = [
        told(at, {"claimer": who}) for at, who in enumerate(("officials", "the military", "an officer"))
    ]
    more = [
        told(
            9,
            {**one, "actor": GOVERNMENT if "side" in one else TALIBAN},
            "hold" if "side" in one else "capture",
        )
        for one in others
    ]
    assert assess_control(KUNDUZ, [*told_of, *more], Question(DAY), SETTING).status == status


LEDE: dict[str, Any] = {"id": "lede", "quote": "The city fell to the Taliban."}
RESIDENT: dict[str, Any] = {
    "id": "resident",
    "claimer": "a resident",
    "quote": "Taliban took it on Sunday, a resident said.",
}
BOAST = of_taliban(id="boast", own_interest=True, quote="The Taliban said that they had captured the city.")
OFFICIAL: dict[str, Any] = {
    "id": "official",
    "claimer": "a local official",
    "quote": "An official said that it was taken.",
}


@pytest.mark.parametrize(
    ("told", "status", "origins"),
    [
        ([LEDE, RESIDENT], "leaning", 1),
        ([LEDE, RESIDENT, OFFICIAL], "held", 2),
        ([LEDE, RESIDENT, BOAST], "leaning", 2),
        ([LEDE, BOAST], "unknown", 1),
        ([{**LEDE, "day": date(2021, 8, 8)}, {**RESIDENT, "day": date(2021, 7, 2)}], "held", 2),
        ([LEDE, {**RESIDENT, "judged": "reject"}], "leaning", 2),
        ([LEDE, {**RESIDENT, "place": AYBAK}], "leaning", 1),
    ],
)
def test_what_a_report_tells_itself_of_whom_it_quotes_is_no_second_word(
    told: list[dict[str, Any]], status: str, origins: int
) -> None:
    claims = mark_echoes([make_resolved(**one) for one in told])
    setting = Setting(government=GOVERNMENT)
    assert assess_control(KUNDUZ, claims, Question(date(2021, 8, 9)), setting).status == status
    assert independent([one for one in claims if one.place == KUNDUZ]) == origins
    assert assess_control(KUNDUZ, claims[::-1], Question(date(2021, 8, 9)), setting).status == status


def test_a_copy_of_a_summary_has_the_origin_of_whom_the_first_report_quotes() -> None:
    first = mark_echoes([make_resolved(**LEDE), make_resolved(**RESIDENT)])
    copied = make_resolved(id="copy", quote=LEDE["quote"], outlet="Shore Post")
    assert independent([*first, copied]) == 1
