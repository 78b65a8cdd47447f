from __future__ import annotations

import math
from datetime import date

from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Setting
from whoholds.control.case import prepare


def test_the_prior_sums_to_one_whoever_a_baseline_names() -> None:
    claims = [
        make_resolved("capture", id="told", actor=TALIBAN, published=date(2021, 7, 1)),
        make_resolved(
            "clash", id="stated", actor=GOVERNMENT, published=date(2021, 7, 1), extractor="baseline"
        ),
    ]
    prior = prepare(KUNDUZ, claims, None, Setting()).chain.prior
    assert GOVERNMENT not in prior
    assert math.fsum(prior.values()) == 1.0
