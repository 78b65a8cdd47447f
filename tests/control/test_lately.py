"""What is kept of very objects."""

from __future__ import annotations

import pytest

from whoholds.control import lately
from whoholds.control.lately import Lately


class Thing:
    """Equal to any other."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing)

    def __hash__(self) -> int:
        return 1


def test_what_is_kept_is_of_the_very_object_and_key() -> None:
    kept = Lately[Thing, str]()
    one, equal = Thing(), Thing()
    assert kept.of(one) is None
    assert kept.keep(one, "plain") == "plain"
    kept.keep(one, "keyed", ("a", 1))
    assert (kept.of(one), kept.of(one, ("a", 1)), kept.of(one, "b"), kept.of(equal)) == (
        "plain",
        "keyed",
        None,
        None,
    )


def test_no_more_is_kept_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lately, "KEPT", 3)
    kept = Lately[Thing, int]()
    things = [Thing() for _ in range(4)]
    for number, thing in enumerate(things):
        kept.keep(thing, number)
    assert [kept.of(thing) for thing in things] == [None, None, None, 3]
