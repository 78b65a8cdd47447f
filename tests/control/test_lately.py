"""What is kept of very objects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import make_resolved

from whoholds.control import lately
from whoholds.control.lately import Lately
from whoholds.picture import Noted, ResolvedClaim


class Thing(Noted):
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
    kept, thing = Lately[Thing, int](), Thing()
    for number in range(4):
        kept.keep(thing, number, number)
    assert [kept.of(thing, number) for number in range(4)] == [None, None, None, 3]


def test_what_is_kept_is_no_part_of_a_copy_of_the_thing() -> None:
    kept = Lately[ResolvedClaim, int]()
    claim = make_resolved()
    kept.keep(claim, 1)
    assert (kept.of(claim), kept.of(replace(claim)), replace(claim) == claim) == (1, None, True)
