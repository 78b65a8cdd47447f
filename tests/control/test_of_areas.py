from __future__ import annotations

import pytest
from readings import read

from whoholds.control.positions import CONTESTED, HOLDS, NOT, position_of

ALL_OF_IT = [
    "Rebels captured Idlib province.",
    "Rebels control most of Idlib province.",
    "Rebels seized the northern province of Idlib.",
    "The fall of Idlib province to the rebels was confirmed.",
    "Idlib province is under rebel control.",
    "The army withdrew from Idlib province.",
]
SOME_OF_IT = [
    "Rebels captured a village in Idlib province.",
    "Rebels captured airports in Idlib province.",
    "Rebels seized a strategic town in the northern province of Idlib.",
    "Rebels control large parts of Idlib province.",
    "Rebels hold three districts of Idlib province.",
    "The army withdrew from its bases in Idlib province.",
]


def acts(text: str) -> set[str | None]:
    told = [claim for claim in read(text) if claim.claim.type.value in ("capture", "hold", "withdrawal")]
    assert told
    assert {claim.precision.value for claim in told if claim.precision} == {"province"}
    found = (position_of(claim) for claim in told)
    return {position.act if position is not None else None for position in found}


@pytest.mark.parametrize("text", ALL_OF_IT)
def test_what_is_said_of_an_area_tells_who_holds_it(text: str) -> None:
    assert acts(text) <= {HOLDS, NOT}


@pytest.mark.parametrize("text", SOME_OF_IT)
def test_what_lies_in_an_area_does_not_tell_who_holds_all_of_it(text: str) -> None:
    assert acts(text) <= {CONTESTED, None}


def test_in_a_list_of_areas_neither_is_taken() -> None:
    told = read("Rebels captured villages in Idlib and Latakia provinces.")
    assert len(told) == 2
    assert not {HOLDS, NOT} & {one.act for claim in told if (one := position_of(claim)) is not None}
