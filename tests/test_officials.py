"""Officials of other countries, and those who are out of office, do not speak for the government there."""

from __future__ import annotations

from datetime import date

import pytest
from readings import read

OF_OTHERS = [
    ("Angola's president said M23 had taken Goma.", None),
    ("South Africa's president said M23 had taken Goma.", None),
    ("A Western general said M23 had taken Goma.", None),
    ("The ousted governor said M23 had taken Goma.", None),
    ("The exiled governor said M23 had taken Goma.", None),
    ("The State Department said M23 had taken Goma.", None),
    ("The governor said M23 had taken Goma.", "Congolese government"),
    ("The president said M23 had taken Goma.", "Congolese government"),
    ("Congo's president said M23 had taken Goma.", "Congolese government"),
    ("The mayor of Goma said M23 had taken Goma.", "Congolese government"),
]


@pytest.mark.parametrize(("text", "side"), OF_OTHERS)
def test_who_is_of_another_country_speaks_for_no_local_government(text: str, side: str | None) -> None:
    assert {one.side for one in read(text, date(2025, 1, 28))} == {side}


@pytest.mark.parametrize(
    "who", ["Germany's defence minister", "Tajikistan's president", "The shadow governor"]
)
def test_nor_does_who_is_far_from_it(who: str) -> None:
    assert "Afghan government" not in {
        one.side for one in read(f"{who} said Kunduz had fallen to the Taliban.")
    }
