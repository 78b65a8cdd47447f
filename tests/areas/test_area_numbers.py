"""The numbers of areas: those that the documents show, and what comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from whoholds.areas import areas_method, numbers
from whoholds.control.table import control_table
from whoholds.errors import InputError

DOCS = Path(__file__).parents[2] / "docs"
METHOD = " ".join((DOCS / "method.md").read_text("utf-8").split())
HOW_TO = " ".join((DOCS / "how-to" / "areas.md").read_text("utf-8").split())
USED = numbers()
SHOWN = [
    f"within {USED.limit_km:g} km, and in their own country",
    f"speaks within {USED.facility_km:g} km, or for the cell",
    f"the {'three' if USED.neighbours == 3 else USED.neighbours} nearest places",
    f"none below {USED.floor:g}",
    f"1 / (1 + (km / {USED.near_km:g}){'²' if USED.power == 2 else USED.power})",
    f"half for each {USED.half_life_days:g} days",
    f"needs {control_table().status.leaning:.2f} of the pool",
    f"within {USED.solid_km:g} km, or stands in it; in a calm interior within {USED.calm_km:g} km",
    f"Calm: {USED.calm_places} places or more within {USED.limit_km:g} km",
    f"in the last {USED.calm_days} days",
    *(f"{km:g} km {share:.2f}" for km, share in USED.agreement),
]


@pytest.mark.parametrize("words", SHOWN)
def test_the_method_shows_the_numbers(words: str) -> None:
    assert words in METHOD


def test_the_page_shows_the_limits() -> None:
    assert f"more than {USED.most_cells:,} cells" in HOW_TO
    assert f"`--resolution {USED.resolution}`" in HOW_TO
    for _, share in USED.agreement:
        assert f"{share:.2f}".removeprefix("0") in HOW_TO


def test_weights_fall_with_distance_and_age() -> None:
    assert USED.weight(0, 0) == 1
    far = [USED.weight(km, 0) for km in range(26)]
    old = [USED.weight(5, age) for age in range(0, 181, 45)]
    assert far == sorted(far, reverse=True)
    assert old == sorted(old, reverse=True)
    assert USED.weight(5, 45) == pytest.approx(USED.weight(5, 0) / 2)


@pytest.mark.parametrize(("km", "share"), [(0, 0.93), (2.9, 0.93), (3, 0.83), (12, 0.78), (25, 0.71)])
def test_agreement_by_distance(km: float, share: float) -> None:
    assert USED.agreement_at(km) == share


def test_resolutions() -> None:
    assert USED.checked(None) == USED.resolution
    for wrong in (-1, 4, 8, 15):
        with pytest.raises(InputError, match=f"resolution {wrong} are not made"):
            USED.checked(wrong)


def test_the_method_of_areas_is_named_by_that_of_states() -> None:
    assert areas_method("a") == areas_method("a") != areas_method("b")
