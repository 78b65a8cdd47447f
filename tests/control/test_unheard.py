"""Who lost a place by what is told, and has said nothing of it in these reports."""

from __future__ import annotations

import pytest
from factories import GOVERNMENT, TALIBAN, again, make_resolved, of_government, of_taliban

from whoholds.control.unheard import unheard
from whoholds.model import Factuality
from whoholds.picture import ResolvedClaim

CAPTURE = make_resolved(recipient=GOVERNMENT, claimer="residents")


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([CAPTURE], (GOVERNMENT,)),
        ([make_resolved()], (GOVERNMENT,)),  # whose territory it is
        ([make_resolved(**of_taliban())], (GOVERNMENT,)),
        ([CAPTURE, make_resolved("clash", **of_government())], ()),
        ([CAPTURE, make_resolved(factuality=Factuality.DENIED, **of_government())], ()),
        ([make_resolved("withdrawal", actor=GOVERNMENT)], (GOVERNMENT,)),
        ([make_resolved("withdrawal", actor=GOVERNMENT, **of_government())], ()),
        ([make_resolved(actor=GOVERNMENT, recipient=TALIBAN)], (TALIBAN,)),
        ([make_resolved(actor=GOVERNMENT, recipient=None)], ()),
        ([make_resolved("clash")], ()),
        ([make_resolved("hold")], ()),
        ([make_resolved(factuality=Factuality.FUTURE)], ()),
        ([make_resolved(factuality=Factuality.DENIED, claimer="residents")], ()),
        ([again(CAPTURE, inferred=True)], ()),
        ([again(CAPTURE, judged="reject")], ()),
        ([], ()),
    ],
)
def test_who_is_not_heard(claims: list[ResolvedClaim], expected: tuple[str, ...]) -> None:
    assert unheard(claims, GOVERNMENT) == expected


def test_who_is_said_to_be_silent_is_told_of_elsewhere() -> None:
    assert not unheard([CAPTURE], GOVERNMENT, silent={GOVERNMENT})
