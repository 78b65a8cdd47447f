"""Parties that enter a place together, or take it jointly, have a claim each."""

from __future__ import annotations

import pytest
from readings import read

ACTORS = {
    "Wagner fighters and the Malian army entered Kidal.": ["Wagner Group", "Malian government"],
    "TNLA and MNDAA fighters jointly captured Kyaukme.": ["TNLA", "MNDAA"],
    "The TNLA, backed by the MNDAA, captured Kyaukme.": ["TNLA"],
    "M23 entered Goma.": ["M23"],
}


@pytest.mark.parametrize("text", ACTORS)
def test_a_claim_for_each(text: str) -> None:
    assert [one.actor for one in read(text)] == ACTORS[text]
