"""What an outlet says it is sorry to have reported is no claim."""

from __future__ import annotations

import pytest
from readings import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hill Post apologises for its false report that Kunduz fell to the Taliban on 8 August.", False),
        ("Hill Post apologised for its report that Kunduz fell to the Taliban.", False),
        ("The governor apologised that Kunduz fell to the Taliban.", True),
        ("The governor apologised for the chaos as Kunduz fell to the Taliban.", True),
    ],
)
def test_what_is_apologised_for_is_no_claim(text: str, told: bool) -> None:
    assert bool(read(text)) == told
