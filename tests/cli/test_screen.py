"""The share of a long report that has been read, as it is shown."""

from __future__ import annotations

from whoholds.cli.screen import Share


def test_a_share_is_shown_while_a_long_report_is_read() -> None:
    share = Share(after=0)
    assert str(share) == ""
    share.tell(0)
    assert str(share) == "0% of this one"
    share.tell(0.43)
    assert str(share) == "43% of this one"
    share.tell(1)
    assert str(share) == ""


def test_a_share_is_not_shown_in_the_first_seconds() -> None:
    share = Share(after=60)
    share.tell(0)
    share.tell(0.43)
    assert str(share) == ""
