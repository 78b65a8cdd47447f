"""A diplomat of a state that looks on tells of others: no gain of his own, and no admission."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read

from whoholds.control.claimers import class_of

ON = date(2025, 3, 10)


@pytest.mark.parametrize(
    ("text", "actor", "side"),
    [
        ("Kenya's foreign minister said Bukavu had fallen.", None, "Kenya"),
        ("Kenya's foreign minister said Bukavu had fallen to M23.", "M23", "Kenya"),
        ("Egypt's foreign minister said Wad Madani had been retaken.", None, "Egypt"),
        ("Iran's foreign minister said Aleppo had been liberated.", None, "Iran"),
        ("Kenya's ambassador said Kidal had been retaken.", None, "Kenya"),
        ("Chad's foreign minister said the army had left El Geneina.", "army", "Chad"),
        ("Egypt's foreign minister said Egyptian troops had taken Wad Madani.", "Egypt", "Egypt"),
        ("Sudan's foreign minister said Wad Madani had been retaken.", "Sudanese government",
         "Sudanese government"),
        ("The Syrian foreign minister said Aleppo had been liberated.", "Syrian transitional government",
         "Syrian transitional government"),
        ("Russia's defence minister said Avdiivka had been liberated.", "Russia", "Russia"),
    ],
)  # fmt: skip
def test_who_is_told_of(text: str, actor: str | None, side: str) -> None:
    (claim,) = read(in_report(text), ON)
    assert (claim.actor, claim.side) == (actor, side)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya's foreign minister said Bukavu had fallen to M23.", "outsider"),
        ("The UAE's foreign minister said El Fasher had fallen to the Rapid Support Forces.", "outsider"),
        ("Congo's foreign minister said Bukavu had fallen to M23.", "admission"),
    ],
)
def test_what_it_weighs(text: str, kind: str) -> None:
    (claim,) = read(in_report(text), ON)
    assert class_of(claim) == kind
