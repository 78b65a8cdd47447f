"""docs/method.md shows the numbers that the program uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from whoholds.control.profiles import profiles
from whoholds.control.table import CLAIMER_CLASSES, control_table
from whoholds.control.trust_table import trust_table

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
TEXT = " ".join(PAGE.split())
TABLE = control_table()
SHARES, REPEATED, READERS, FLOW = TABLE.shares, TABLE.redundancy, TABLE.readers, TABLE.flow
HAZARD, REGION, TIME, STATUS = TABLE.hazard, TABLE.region, TABLE.time, TABLE.status

AROUND = TABLE.neighbours


def test_every_ratio_is_shown_with_its_reason() -> None:
    for ratio in (*TABLE.ratios.values(), *TABLE.acts.values()):
        assert f"| {ratio.label} | {ratio.value:g} | {ratio.reason} |" in PAGE


def test_every_letter_and_hedge_is_shown() -> None:
    for name in CLAIMER_CLASSES:
        assert f"| {TABLE.ratios[name].label} | {TABLE.admiralty[name]} |" in PAGE
    for name, power in TABLE.hedges.items():
        assert f"| {name} | {power:g} |" in PAGE


def test_every_profile_is_shown_with_its_meaning() -> None:
    for profile in profiles().values():
        name = f"`{profile.name}`{' (default)' if profile.is_default else ''}"
        assert f"| {name} | {profile.meaning} |" in PAGE
    powers = {power for profile in profiles().values() for power in profile.parts.values()}
    assert powers == {1.0}
    assert f"under `most`, {profiles()['most'].shares['share']:g}" in TEXT


NUMBERS = [
    f"power {SHARES.repel_near:g}",
    f"by {SHARES.entry_actor:g} of its weight",
    f"either, by {SHARES.left_contested:g}",
    f"{READERS['coded']:g} for people's coding and baselines, {READERS['default']:g} for the built-in",
    f"within {REPEATED.window_days} days are a cluster",
    f"{REPEATED.extra:g} · ln(n)",
    f"gives at least {STATUS.origin_nats:g} nats",
    f"repeated, {REPEATED.extra_cap:g} at most",
    f"exp(−g / {REPEATED.repeat_days:g})",
    f"weighs {REPEATED.change_of_mind:g} times",
    f"at most {REPEATED.family_nats:g} nats",
    f"at most {REPEATED.boast_nats:g} nats, however many",
    f"after {REPEATED.boast_days:g} days 1/e of that still counts",
    f"The prior is {TABLE.prior:g}",
    f"| {HAZARD.to_contested:g} | {HAZARD.to_other:g} | {HAZARD.from_contested:g} |",
    f"contested is left at {HAZARD.from_standing:g} a day",
    f"runs at {REGION.quiet:g} of the full pace",
    f"{REGION.near_km:g} km away counts half",
    f"same province counts {REGION.province:g}; and any other in the country counts {REGION.country:g},",
    f"raises the heat by less than {REGION.least:g}",
    f"inside it by {REGION.fighting:g}, in its outskirts by {REGION.fighting_near:g}",
    f"after {REGION.fade_days:g} days 1/e of it is left",
    f"its heat is {REGION.moves:g} or more",
    f"each place at most {AROUND.each_nats:g} nats, one {AROUND.near_km:g} km away half",
    f"after {AROUND.fade_days:g} days 1/e is left",
    f"favoured by {AROUND.share:g} of its lead, at most by {AROUND.cap_nats:g} nats",
    f"For {TIME.reversal_days} days after a change the clock of the place runs {TIME.reversal:g} times",
    f"for {TIME.back_days} days after a change that another than its taker tells of",
    f"moves belief at {TIME.back:g} times the rate",
    f"names: {FLOW.change:g} for a claim of full weight ({FLOW.state:g} for",
    f"to have left hands on {FLOW.admitted:g} of its probability",
    f"to have left within {TIME.late_days} days, or to have come within as many and another after it within "
    f"{TIME.undone_days},",
    f"counts with the power {SHARES.late:g}",
    f"moves as a hold does or, where another came, {FLOW.late:g} of what it would",
    f"in the {TIME.attack_days} days around",
    f"in the {TIME.horizon_quiet} days before that it held",
    f"After {TIME.story_days} days without evidence",
    f"| held | probability at least {STATUS.held:.2f}, **and** {STATUS.origins} independent origins",
    f"| leaning | probability at least {STATUS.leaning:.2f} |",
    f"{TIME.horizon_moving} days in a moving war, {TIME.horizon_quiet} in a quiet one",
    f"the last {TIME.reported_hours} hours",
]

RULES, LEARNT = trust_table().settled, trust_table().learning
NUMBERS += [
    f"at least {RULES.days} days after the claim became known",
    f"above {RULES.probability:g} on its day or {RULES.after} days later",
    f"within {REPEATED.repeat_days:g} days is counted once",
    f"half for each {LEARNT.half_life:g} days",
    f"counts as {LEARNT.prior_cases:g} settled claims",
    f"taken to be {LEARNT.floor * 100:g} % at least",
    ", ".join(
        f"{least:.2f} {words}"
        for least, words in zip(
            trust_table().letters.values(), ("borne out makes an A", "a B", "a C", "a D"), strict=False
        )
    ),
    *(f"| {letter} | {ratio:g} |" for letter, ratio in trust_table().grades.items()),
]


@pytest.mark.parametrize("words", NUMBERS)
def test_every_other_number_is_shown(words: str) -> None:
    assert words in TEXT
