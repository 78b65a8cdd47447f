"""Posts of a sentence or two, as ministries, milbloggers and monitors write them, and outlets of one side."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read

UKRAINE, RUSSIA, SUDAN, RSF = "Ukraine", "Russia", "Sudanese government", "Rapid Support Forces"
JOINT = "Darfur Joint Forces"
ON = date(2023, 6, 12)
# fmt: off
TOLD = [  # text, (type, actor, side of who says so, place)…
    ("The russian army captured Soledar.", [("capture", RUSSIA, None, "Soledar")]),
    ("It is confirmed that russian troops are withdrawing from Lyman.",
     [("withdrawal", RUSSIA, None, "Lyman")]),
    ("The Russian MoD said it had captured Soledar.", [("capture", RUSSIA, RUSSIA, "Soledar")]),
    ("The Ukrainian Tavria Group of Forces reported that Ukrainian forces withdrew from Soledar.",
     [("withdrawal", UKRAINE, UKRAINE, "Soledar")]),
    ("According to the ministry in Moscow, units of the West group of forces have liberated Soledar.",
     [("capture", RUSSIA, RUSSIA, "Soledar")]),
    ("Footage published on June 12 indicates that Ukrainian forces liberated Neskuchne. Ukrainian officials "
     "stated on social media that Ukrainian forces also liberated Lobkove, which lies to its west, that day.",
     [("capture", UKRAINE, None, "Neskuchne"), ("capture", UKRAINE, UKRAINE, "Lobkove")]),
    ("Russia said its troops had captured Soledar in Ukraine's Donetsk region.",
     [("capture", RUSSIA, RUSSIA, "Soledar")]),
    ("Russia said it had captured the last town in Donetsk region, Soledar.",
     [("capture", RUSSIA, RUSSIA, "Soledar")]),
    ("Zelensky: Ukraine has recaptured Soledar", [("capture", UKRAINE, UKRAINE, "Soledar")]),
    ("Moscow: Soledar captured", [("capture", None, RUSSIA, "Soledar")]),
    ("Soledar: Russian troops have taken the city, residents say.", [("capture", RUSSIA, None, "Soledar")]),
    ("Russian troops now in full control of Soledar", [("hold", RUSSIA, None, "Soledar")]),
    ("Russian troops not in control of Soledar", []),
    ("The RSF claimed to have captured Babanusa. However, the Sudanese army and allied Joint Force state "
     "they quickly recaptured the town.",
     [("capture", RSF, RSF, "Babanūsah"), ("capture", SUDAN, SUDAN, "Babanūsah"),
      ("capture", JOINT, JOINT, "Babanūsah")]),
]
# fmt: on


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_who_took_or_left_it_and_for_whom_is_spoken(
    text: str, told: list[tuple[str, str, str | None, str]]
) -> None:
    found = read(text, ON)
    assert {(one.claim.type.value, one.actor, one.side, one.place_name) for one in found} == set(told)


def test_the_ground_of_a_power_plant_is_not_the_town_it_is_called_by() -> None:
    (claim,) = read(in_report("Russian forces took control of the territory of the Vuhledar power plant."))
    assert (claim.place_name, claim.precision.value) == ("Vuhledar power plant", "exact")


def test_another_name_of_a_large_town_is_not_meant_in_a_war_elsewhere() -> None:
    text = "The army has left several bases in Sudan. The RSF captured Manwashi, Kasi and Garsila."
    assert {one.place_name for one in read(text, ON)} == {"Manwashi", "Kasi", "Garsila"}


SITREPS = [
    ("Uganda denies its troops helped M23 take Goma.", []),
    (
        "The army denied reports, shared widely, that M23 had captured Goma.",
        [("hold", "Congolese government", "Goma")],
    ),
    ("El Fula is the last town in Kordofan not under RSF control.", []),
    (
        "El Fula, the only Kordofan state capital that the army still holds, was calm.",
        [("hold", SUDAN, "Al Fūlah")],
    ),
    (
        "As of 8 August, Kunduz city is under NSAG control except for the airport.",
        [("hold", "NSAG", "Kunduz")],
    ),
    (
        "The Syrian army retook Daraa al-Balad on 12 July.",
        [("capture", "Syrian government", "Daraa al-Balad")],
    ),
    ("The army has Wadi Seidna airbase; RSF hold the presidential palace.", []),
]


@pytest.mark.parametrize(("text", "told"), SITREPS)
def test_words_of_reports_on_access(text: str, told: list[tuple[str, str, str]]) -> None:
    kinds = ("hold", "capture")
    found = [one for one in read(in_report(text), ON) if one.claim.type.value in kinds]
    held = [(one.claim.type.value, one.actor, one.place_name) for one in found]
    assert [one for one in held if one[2] != "Wadi Seidna" or one[1] == RSF] == told


def test_who_holds_it_no_longer_does_not() -> None:
    (claim,) = read(in_report("El Fasher, no longer under RSF control, was calm."), ON)
    assert (claim.actor, claim.claim.factuality.value) == (RSF, "denied")
