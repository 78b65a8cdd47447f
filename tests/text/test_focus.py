"""What generic words stand for in a report, and who fights whom in it."""

from __future__ import annotations

from datetime import date

import pytest

from whoholds.text.focus import Focus, resolve_parties, settle
from whoholds.text.parties import find_parties


def resolved(text: str, country: str | None, on: date | None = None) -> list[str | None]:
    mentions = settle(find_parties(text), country, on)
    return [m.name for m in resolve_parties(mentions, Focus(mentions, country, on))]


# fmt: off
FOCUS = [
    ("The Taliban advanced. The insurgents took a base.", "AF", None, ["Taliban", "Taliban"]),
    ("The Taliban fought the army.", "AF", date(2021, 8, 8), ["Taliban", "Afghan government"]),
    ("The Taliban said security forces were there.", "AF", date(2021, 9, 1), ["Taliban", "Taliban"]),
    ("Security forces were there.", "AF", date(2021, 8, 15), ["Afghan government"]),
    ("Security forces were there.", "AF", None, ["Afghan government"]),
    ("The rebels advanced.", "ML", None, [None]),
    ("The army advanced.", None, None, [None]),
    ("M23 advanced. The army fled from the rebels.", "CD", None, ["M23", "Congolese government", "M23"]),
    ("Islamic State fought the rebels.", "SY", None, ["Islamic State", None]),
    ("Islamic State fought. The jihadists fled.", "SY", None, ["Islamic State", "Islamic State"]),
    ("Tuareg rebels and JNIM fought. The separatists fled.", "ML", None,
     ["Tuareg rebels", "JNIM", "Tuareg rebels"]),
    ("JNIM fought. The separatists fled.", "ML", None, ["JNIM", None]),
    ("Wagner and JNIM fought. The insurgents fled.", "ML", None, ["Wagner Group", "JNIM", "JNIM"]),
    ("JNIM and Wagner fought. The insurgents fled.", "ML", None, ["JNIM", "Wagner Group", "JNIM"]),
    ("Regime forces fled.", "SY", date(2024, 12, 7), ["Syrian government"]),
    ("Assad fell. Regime forces fled.", "SY", date(2024, 12, 9), ["Syrian government", "Syrian government"]),
    ("Regime forces fled.", "SY", date(2024, 12, 9), [None]),
    ("Regime forces fled.", "CD", date(2024, 12, 9), ["Congolese government"]),
    ("The junta sent troops.", "ML", None, ["Malian government", "Malian government"]),
    ("The junta sent troops.", "MM", None, ["Myanmar military", "Myanmar military"]),
    ("Thailand's minister met the junta.", "TH", None, ["Thailand", None]),
    ("Thailand's minister met the junta of the Tatmadaw.", "TH", None,
     ["Thailand", "Myanmar military", "Myanmar military"]),
    ("Russia and Russian forces shelled. The occupiers fled.", "UA", None, ["Russia", "Russia", "Russia"]),
    ("RSF and the army fought. The paramilitaries fled.", "SD", None,
     ["Rapid Support Forces", "Sudanese government", "Rapid Support Forces"]),
    ("Resistance fighters advanced.", "MM", None, ["People's Defence Forces"]),
    ("Resistance fighters advanced.", "AF", date(2022, 1, 1), ["National Resistance Front"]),
    ("Resistance fighters advanced.", "SY", date(2015, 7, 1), []),
    ("Coalition forces advanced.", "SY", None, ["US-led coalition"]),
    ("Coalition forces advanced.", "CO", None, []),
    ("Hamas and Islamic State met. Palestinian fighters fled.", "PS", None,
     ["Hamas", "Islamic State", "Hamas"]),
    ("The LNA advanced. Syrian fighters fled.", "LY", date(2020, 1, 5), ["Libyan National Army", None]),
    ("IS met the SDF. US-backed fighters advanced.", "SY", date(2016, 6, 1),
     ["Islamic State", "Syrian Democratic Forces", "Syrian Democratic Forces"]),
    ("IS fled. US-backed fighters advanced.", "SY", date(2016, 6, 1), ["Islamic State", None]),
    ("The PDF file was read.", "FR", None, []),
]
# fmt: on


@pytest.mark.parametrize(("text", "country", "on", "expected"), FOCUS)
def test_generic_words(text: str, country: str | None, on: date | None, expected: list[str | None]) -> None:
    assert resolved(text, country, on) == expected


def test_the_opponent_is_told_only_when_one_side_is_left() -> None:
    one = Focus(find_parties("The Taliban and the Afghan army."), "AF")
    assert one.opponent("Taliban") == "Afghan government"
    assert one.opponent("Afghan government") == "Taliban"
    many = Focus(find_parties("Tuareg rebels and JNIM fight the Malian army."), "ML")
    assert many.opponent("Malian government") is None
    assert many.opponent("nobody known") is None


def test_a_group_that_governs_is_no_rebel_any_more() -> None:
    text = "The Taliban arrested fighters of the National Resistance Front."
    before, later = (Focus(find_parties(text), "AF", day) for day in (date(2021, 8, 1), date(2022, 8, 1)))
    assert before.taker() is None
    assert later.taker() == "National Resistance Front"
    assert later.opponent("National Resistance Front") == "Taliban"


def opponent(text: str, country: str, of: str) -> str | None:
    return Focus(find_parties(text), country).opponent(of)


OPPONENTS = [
    ("Wagner and the Malian army fight Tuareg rebels.", "ML", "Malian government", "Tuareg rebels"),
    ("Wagner and the Malian army fight Tuareg rebels.", "ML", "Wagner Group", "Tuareg rebels"),
    ("Russian forces and Russian troops fight the Ukrainian army. Wagner too.", "UA", "Ukraine", "Russia"),
    ("Wagner fights the Ukrainian army.", "UA", "Wagner Group", "Ukraine"),
    ("The SDF fights Islamic State, US forces say. Islamic State fled.", "SY", "Syrian Democratic Forces",
     "Islamic State"),
    ("The RSF fights the Sudanese army and the Joint Force.", "SD", "Sudanese government",
     "Rapid Support Forces"),
    ("The army and rebels fight Islamic State.", "SY", "Syrian government", None),
    ("Nusra Front and the Army of Conquest fight the army.", "SY", "Syrian government", "Nusra Front"),
    ("The Army of Conquest and Nusra Front fight the army.", "SY", "Syrian government", "Army of Conquest"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "of", "other"), OPPONENTS)
def test_allies_are_two_parties_and_not_opponents(
    text: str, country: str, of: str, other: str | None
) -> None:
    assert opponent(text, country, of) == other
