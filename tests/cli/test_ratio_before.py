"""What a fit shows as the ratio before it is the one that was in force."""

from __future__ import annotations

import pytest
from factories import GOVERNMENT, make_resolved

from whoholds.cli.trusting import cell_dict
from whoholds.control.positions import position_of
from whoholds.control.ratios import ratio_of, teller_of
from whoholds.control.table import control_table
from whoholds.model import Factuality
from whoholds.picture import ResolvedClaim
from whoholds.trust import Cell

TOLD = [
    ("takes", make_resolved()),
    ("holds", make_resolved("hold", day=make_resolved().published)),
    ("restates", make_resolved("hold")),
    ("restates", make_resolved("hold", claimer="residents")),
    ("denies", make_resolved(factuality=Factuality.DENIED)),
    ("denies", make_resolved(factuality=Factuality.DENIED, claimer="residents")),
]


@pytest.mark.parametrize(("act", "claim"), TOLD)
def test_the_ratio_before_is_the_one_in_force(act: str, claim: ResolvedClaim) -> None:
    position = position_of(claim)
    assert position is not None
    table = control_table()
    ratio = ratio_of(claim, position, table, teller_of(claim, position, table, GOVERNMENT))
    cell = Cell(ratio.name, "neutral", act, 1.0, 0.0, 1, 3.0)
    assert (cell_dict(cell)["start"], cell_dict(cell)["label"]) == (ratio.value, ratio.label)
