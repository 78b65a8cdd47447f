"""Parties that enter a place together, or take it jointly, have a claim each."""

from __future__ import annotations

import pytest
from readings import read

ACTORS = {
    "Wagner fighters and the Malian army entered Kidal.": ["Wagner Group", "Malian government"],
    "TNLA and MNDAA fighters jointly captured Kyaukme.": ["TNLA", "MNDAA"],
    "TNLA fighters and MNDAA troops captured Kyaukme.": ["TNLA", "MNDAA"],
    "TNLA fighters and allied villagers captured Kyaukme.": ["TNLA"],
    "The TNLA, backed by the MNDAA, captured Kyaukme.": ["TNLA"],
    "M23 entered Goma.": ["M23"],
    "Mozambican and Rwandan armies captured Palma.": ["Mozambique government", "Rwanda"],
    "Palma was retaken by Rwandan and Mozambican troops.": ["Rwanda", "Mozambique government"],
    "Chadian, Nigerien and Nigerian troops retook Damasak.": [
        "Chad",
        "Niger government",
        "Nigerian government",
    ],
    "Congolese and Burundian soldiers left Uvira.": ["Congolese government", "Burundi"],
    "Wagner fighters and Malian soldiers captured Kidal.": ["Malian government"],
    "Wagner fighters captured Kidal.": ["Wagner Group"],
    "Rwandan troops and M23 rebels captured Goma.": ["M23"],
}


@pytest.mark.parametrize("text", ACTORS)
def test_a_claim_for_each(text: str) -> None:
    assert [one.actor for one in read(text)] == ACTORS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Both the army and the RSF claimed to be in control of Nyala.",
        "The army and the RSF both claimed control of Nyala.",
        "The army and the RSF each said they controlled Nyala.",
    ],
)
def test_each_of_two_claims_it_of_itself(text: str) -> None:
    told = read(text)
    assert len(told) == 2
    assert {one.side for one in told} == {"Sudanese government", "Rapid Support Forces"}
    assert all(one.actor == one.side for one in told)


def test_who_says_so_means_itself_whoever_it_is_like() -> None:
    (claim,) = read("The RSF, like the army, said it controlled Nyala.")
    assert claim.actor == claim.side == "Rapid Support Forces"
