"""Tests of `claims/shares.py`: how much of a place its words mean."""

import pytest

from whoholds.claims.rules import extract
from whoholds.claims.shares import is_small_share
from whoholds.model import Report


@pytest.mark.parametrize(
    ("before", "small"),
    [
        ("The army holds 80 percent of ", False),
        ("The army holds 80% of the city of ", False),
        ("The army holds two thirds of ", False),
        ("The army holds more than two-thirds of the town of ", False),
        ("The army holds three of the five districts of ", False),
        ("The army holds most of ", False),
        ("The army holds ", False),
        ("The army holds 40 per cent of ", True),
        ("The army holds 12.5 percent of ", True),
        ("The army holds forty percent of the city of ", True),
        ("The army holds a third of ", True),
        ("The army holds the eastern third of ", True),
        ("The army holds two of the five districts of ", True),
        ("The army holds three districts of ", True),
        ("The army holds several outer neighbourhoods of ", True),
        ("The army holds the Salha district of ", True),
        ("The army holds Kober, a northern quarter of ", True),
        ("The army holds the northern district of ", False),
        ("Three districts of the south fell before the army took ", False),
    ],
)
def test_small_shares(before: str, small: bool) -> None:
    assert is_small_share(before) is small


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Rebels captured 30% of Kidal.", "part"),
        ("Two districts of Kidal are in the hands of the rebels.", "part"),
        ("Rebels control 90 percent of Kidal.", "exact"),
        ("Some 60 per cent of Kidal is under rebel control.", "exact"),
    ],
)
def test_claims_of_a_share(text: str, precision: str) -> None:
    (claim,) = extract(Report(text, "An outlet")).claims
    assert claim.precision == precision
