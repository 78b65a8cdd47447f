"""Who besieges, what remains besieged, and what is only nearly so."""

from __future__ import annotations

import pytest
from readings import in_report, plain, read

RSF = "Rapid Support Forces"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("El Fasher has been under siege by the RSF since May.", [(RSF, "El Fasher")]),
        ("Kadugli and Dilling remain besieged.", [(None, "Kadugli"), (None, "Dilling")]),
        ("Kadugli remained surrounded by the RSF.", [(RSF, "Kadugli")]),
        ("JNIM has imposed a blockade on Kayes.", [("JNIM", "Kayes")]),
        ("The RSF have tightened their siege of El Fasher.", [(RSF, "El Fasher")]),
        ("Pokrovsk is surrounded.", [(None, "Pokrovsk")]),
        ("Pokrovsk is completely surrounded.", [(None, "Pokrovsk")]),
        ("Pokrovsk is almost completely surrounded.", []),
        ("Pokrovsk is nearly surrounded by Russian troops.", []),
        ("Russian troops have almost encircled Pokrovsk.", []),
    ],
)
def test_who_besieges(text: str, told: list[tuple[str | None, str]]) -> None:
    found = [one for one in read(in_report(text)) if one.claim.type.value == "siege"]
    assert [(one.actor, plain(one.place_name)) for one in found] == told


@pytest.mark.parametrize(
    "text",
    [
        "The bishop of Goma took charge of the school, rebels said.",
        "The nurse took charge of the clinic in Goma.",
        "Kadugli remains quiet, soldiers said.",
        "The harbour of Goma remains crowded, soldiers said.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert read(in_report(text)) == ()


def test_gangs_are_armed_people() -> None:
    (claim,) = read(in_report("Gangs have taken Mirebalais in Haiti."))
    assert (claim.claim.type.value, plain(claim.place_name)) == ("capture", "Mirebalais")


def test_a_states_flag_is_the_states() -> None:
    (claim,) = read(in_report("A Ukrainian flag was raised over Kupyansk."))
    assert (claim.claim.type.value, claim.actor) == ("capture", "Ukraine")
