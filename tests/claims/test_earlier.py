"""What a sentence tells of an earlier time, without a day, is said of no day of now."""

from __future__ import annotations

from datetime import date

import pytest
from readings import read

from whoholds.control.of_before import is_of_before
from whoholds.control.positions import position_of

ON = date(2025, 3, 10)
EARLIER = [
    "The army recaptured Gao a year later.",
    "The army recaptured Gao the following spring.",
    "Djibo, briefly captured by JNIM, is calm.",
    "Investigators dug in Izium, which Russian forces occupied for five months.",
    "Russian soldiers controlled Bucha for 33 days.",
    "Kherson was the only regional capital that Russia captured after its invasion.",
    "Palmyra, which Islamic State captured twice, was quiet.",
    "Tikrit was once held by Islamic State.",
    "Kidal, which Tuareg rebels captured early in the war, is again in army hands.",
    "Reporters entered Ghazni, which the Taliban had captured.",
    "Islamic State fighters who had taken Tikrit fled in the night.",
    "The mayor returned to Ghazni, which the Taliban had occupied for five months.",
    "The army recaptured Tikrit, which Islamic State seized.",
    "Amina was nine when Boko Haram captured Bama.",
    "She hid in a well when Boko Haram seized Bama.",
    "The Arakan Army withdrew from Paletwa after capturing it.",
    "The army returned to Cadaado, weeks after losing it to al-Shabaab.",
    "The army marched back into Tikrit a year after losing it to Islamic State.",
    "The army entered Tikrit on Monday, more than a year after losing it to Islamic State.",
    "The army recaptured Cadaado a week after al-Shabaab seized it.",
    "Cadaado fell to al-Shabaab on Sunday, a week after the army had retaken it.",
    "JNIM captured Djibo before being driven out by the army.",
    "Islamic State captured Tikrit before withdrawing to Mosul.",
    "The army had recaptured Cadaado before al-Shabaab took it again.",
    "Al-Shabaab controlled Barawe until it was driven out by the army.",
    "Tikrit, occupied by Islamic State until last week, has no water.",
    "The Taliban captured Ghazni and left it on Friday.",
]
OF_NOW = [
    "Days later the army recaptured Gao.",
    "The army said it had captured Bara.",
    "The Taliban said that they had taken Ghazni.",
    "Officials said on Friday that the Taliban had captured Ghazni.",
    "By nightfall the Taliban had captured Ghazni.",
    "Residents fled after the Taliban captured Ghazni.",
    "Ten people were killed when the Taliban captured Ghazni.",
    "The Taliban marched on Kabul after taking Ghazni.",
    "The army withdrew from Cadaado after al-Shabaab captured it.",
    "The army fell back to Kabul after losing Ghazni to the Taliban.",
    "The government dismissed its general after losing Ghazni to the Taliban.",
    "The Taliban captured Ghazni before advancing towards Kabul.",
    "The Taliban captured Ghazni before taking Herat.",
    "The Taliban captured Ghazni and left Herat.",
    "The Taliban have held Ghazni since January.",
    "The Taliban, who captured Ghazni on Friday, are calm.",
    "The Taliban, who captured Ghazni, are now advancing on Kabul.",
    "The rebels captured Gao before the army could retake it.",
    "The rebels captured Gao and forced the army out.",
    "Al-Shabaab captured Cadaado and pushed government forces back.",
    "It was the rebels that had captured Gao, the army said.",
    "Kyiv denied Russian claims that Lysychansk had fallen.",
    "The rebels denied a report that they had been driven out of Gao.",
    "The rebels said that the army was the one that had given up Gao.",
    "There were reports that the Taliban had captured Ghazni.",
    "The news that the Taliban had taken Ghazni came as a shock.",
    "The rebels handed Gao back to the army and left.",
    "The army had left Ghazni, and the Taliban captured it.",
]


@pytest.mark.parametrize("text", EARLIER)
def test_a_taking_of_before(text: str) -> None:
    found = [one for one in read(text, ON) if is_of_before(one)]
    assert [one.claim.type.value in ("capture", "hold") for one in found] == [True]
    assert position_of(found[0]) is None
    assert found[0].days.end == ON


@pytest.mark.parametrize("text", OF_NOW)
def test_a_taking_of_now(text: str) -> None:
    taken = [one for one in read(text, ON) if one.claim.type.value in ("capture", "hold", "handover")]
    assert taken
    assert not any(map(is_of_before, taken))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The army recaptured Cadaado, which al-Shabaab had seized on Friday.", "2025-03-07", "2025-03-07"),
        ("Djibo, once captured by JNIM in 2022, is calm.", "2022-01-01", "2022-12-31"),
        ("Islamic State held Sirte until December 2016.", None, "2016-12-31"),
        ("Before Friday, Ghazni had been held by the Taliban.", None, "2025-03-07"),
        ("Al-Shabaab controlled Barawe until Friday.", None, "2025-03-07"),
        (
            "On 8 May 2012 rebel forces captured Gao; in 2013 the army took it back.",
            "2012-05-08",
            "2012-05-08",
        ),
        ("On this day in 2012 Tuareg rebels captured Gao.", "2012-03-10", "2012-03-10"),
    ],
)
def test_a_day_of_its_own_stands(text: str, start: str | None, end: str) -> None:
    days = [
        (one.days.start.isoformat() if one.days.start else None, str(one.days.end))
        for one in read(text, ON)
        if not is_of_before(one)
    ]
    assert (start, end) in days
