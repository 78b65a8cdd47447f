"""What "it" means after a place was taken: that place, or the base in it; and a hold that is over."""

from __future__ import annotations

import pytest
from readings import in_report, read

# fmt: off
TOLD = [
    ("The army took the base in Kidal. It is now in rebel hands.", ["capture part", "hold part"]),
    ("The army took the town of Kidal. It is now in rebel hands.", ["capture exact", "hold exact"]),
    ("The rebels captured a base near Tessalit. It was retaken by the army.",
     ["capture near", "capture near"]),
    ("The RSF captured the garrison at Babanusa. The army retook it.", ["capture part", "capture part"]),
    ("The RSF captured Babanusa. The army retook it.", ["capture exact", "capture exact"]),
    ("Some residents said the RSF had taken Nyala; others said the army still held it.",
     ["capture exact", "hold exact"]),
    ("Some residents said the RSF had taken Nyala. Others said the army still held it.",
     ["capture exact", "hold exact"]),
    ("The Taliban captured Bagram Air Base. Troops left Kabul. The Taliban hold the base.",
     ["capture exact", "withdrawal exact", "hold exact"]),
    ("The RSF captured Nyala. The army still controls it, a trader said.", ["capture exact", "hold exact"]),
    ("The RSF captured Nyala. It is now under army control.", ["capture exact", "hold exact"]),
    ("The RSF captured Nyala and El Fasher. It is under army control.", ["capture exact", "capture exact"]),
    ("The RSF attacked the airport in Nyala and captured it on Monday.", ["clash part", "capture part"]),
    ("The army lost its base in Nyala but retook it on Tuesday.", ["capture part"]),
    ("The army retook the hospital in Nyala after the RSF had seized it.", ["capture part", "capture part"]),
    ("The RSF attacked the town of Nyala and captured it on Monday.", ["clash exact", "capture exact"]),
    ("The army held a parade in Nyala. They held it on Monday.", []),
    ("The RSF seized a truck in Nyala. The army held it.", []),
    ("The rebels stormed Saraqib near Idlib and captured it.", ["entry exact", "capture exact"]),
    ("The rebels stormed a base near Idlib and captured it.", ["entry near", "capture near"]),
    ("The rebels attacked the town of Saraqib and took it.", ["clash exact", "capture exact"]),
    ("The army attacked rebels near Saraqib and lost it.", ["clash near"]),
    ("After the army withdrew from Nyala, the RSF took it.", ["withdrawal exact", "capture exact"]),
    ("The army left Nyala, and took it with them.", ["withdrawal exact"]),
    ("The RSF captured Nyala in June but could not hold it.", ["capture exact"]),
    ("The RSF captured Nyala. A vote was due; the mayor held it.", ["capture exact"]),
]
# fmt: on


@pytest.mark.parametrize(("text", "claims"), TOLD)
def test_what_it_means(text: str, claims: list[str]) -> None:
    found = read(in_report(text))
    assert [f"{c.claim.type.value} {c.precision.value}" for c in found] == claims


def test_two_claimers_who_disagree() -> None:
    text = in_report("Some residents said the RSF had taken Nyala; others said the army still held it.")
    taken, held = read(text)
    assert (taken.claimer, taken.actor) == ("Some residents", "Rapid Support Forces")
    assert (held.claimer, held.actor) == ("others", "Sudanese government")


@pytest.mark.parametrize(
    "text",
    [
        "Kidal had been held by the rebels for ten years.",
        "The army captured Kidal, which had been held by the rebels for ten years.",
        "M23 took Sake, a town the army had held since February.",
        "The army lost Kidal, which it had controlled for a year.",
    ],
)
def test_a_hold_that_was_before(text: str) -> None:
    (held,) = [one for one in read(in_report(text)) if one.claim.type.value == "hold"]
    assert not held.claim.ongoing or held.days.start is None
    assert held.claim.time is not None
    assert held.claim.time.inferred


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have held Kidal for ten years.",
        "Residents said the rebels had held Kidal for a year.",
        "The rebels hold Kidal.",
        "Kidal was held by the rebels on Sunday.",
        "The army had controlled Kidal until Monday.",
    ],
)
def test_a_hold_of_its_own_days(text: str) -> None:
    (held,) = [one for one in read(in_report(text)) if one.claim.type.value == "hold"]
    assert held.claim.time is None or not held.claim.time.inferred
