"""Which claim carries a count of people, which counts no longer stand, and that the killed say nothing."""

from __future__ import annotations

import pytest
from readings import read

COUNTED = {
    "The army shelled Goma, killing 4 people.": [("shelling", ["4 people"])],
    "Jets bombed Idlib, killing 12 civilians.": [("airstrike", ["12 civilians"])],
    "Gunmen killed 12 civilians in Idlib.": [("attack_civilians", ["12 civilians"])],
    "The army shelled Goma on Friday. Gunmen killed 4 people in Bukavu.": [
        ("shelling", []),
        ("attack_civilians", ["4 people"]),
    ],
    "The blast in Mogadishu killed 20 people; an earlier toll of 12 was revised.": [
        ("explosion", ["20 people"])
    ],
    "The blast in Mogadishu killed 20 people, up from a previous toll of 12.": [("explosion", ["20 people"])],
    "The blast in Mogadishu killed 20 people and injured 12.": [("explosion", ["20 people", "12"])],
    "The first blast in Mogadishu killed 20 people.": [("explosion", ["20 people"])],
    "The toll from the bombing in Mogadishu rose from 8 to 12.": [("explosion", ["12"])],
    "The death toll in the Mogadishu bombing rose from 8 to 12.": [("explosion", ["12"])],
    "The death toll from the bombing in Mogadishu rose to 12 from 8.": [("explosion", ["12"])],
    "The death toll from the bombing in Mogadishu rose to 12, up from 8.": [("explosion", ["12"])],
    "The number of people killed in the shelling of Goma has risen from 8 to 12.": [("shelling", ["12"])],
    "The number of dead in the bombing in Mogadishu was raised from eight to twelve.": [
        ("explosion", ["twelve"])
    ],
    "Officials raised the death toll from the shelling of Goma from 8 to at least 12.": [
        ("shelling", ["at least 12"])
    ],
    "Officials revised down the death toll of the air strike on Khartoum to 9.": [("airstrike", ["9"])],
    "The mayor revised down the toll of the air strike on Khartoum from 12 to 9.": [("airstrike", ["9"])],
    "The toll of the air strike on Khartoum was revised down from 12 to 9.": [("airstrike", ["9"])],
    "Officials revised the toll of the bombing in Mogadishu down from 30 to 22 dead.": [
        ("explosion", ["22 dead"])
    ],
    "The bombing in Mogadishu killed from 8 to 12 people.": [("explosion", ["from 8 to 12 people"])],
    "Between 8 and 12 people were killed in the bombing in Mogadishu.": [
        ("explosion", ["Between 8 and 12 people"])
    ],
}


@pytest.mark.parametrize("text", COUNTED)
def test_counts_of_claims(text: str) -> None:
    found = [(one.claim.type.value, [f.text for f in one.claim.figures]) for one in read(text)]
    assert found == COUNTED[text]


SAID_BY = {
    "The army acknowledged that two soldiers had been killed near Diffa but said it had killed 20 rebels.": [
        "The army",
        "The army",
    ],
    "The army said that the rebels had attacked Diffa.": ["The army"],
    "Two soldiers who had been freed near Diffa said the rebels had killed 20 men there.": ["Two soldiers"],
}


@pytest.mark.parametrize("text", SAID_BY)
def test_the_killed_say_nothing(text: str) -> None:
    claimers = {one.claimer for one in read(text) if one.claimer}
    assert all(name.startswith(tuple(SAID_BY[text])) for name in claimers)
    assert claimers
