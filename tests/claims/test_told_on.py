"""Who answers for what a party says that others admitted or told it."""

from __future__ import annotations

import pytest
from readings import in_report, read

AT_WAR = "The Taliban and the Afghan army are at war."
ARMY = "Afghan government"
# fmt: off
ANSWERS = [
    ("A Taliban spokesman said the governor of Kunduz had admitted that the city had fallen.",
     "A Taliban spokesman", "Taliban"),
    ("The Taliban said residents had told them that Kunduz had fallen.", "The Taliban", "Taliban"),
    ("The Taliban said that the army had confirmed the fall of Kunduz.", "The Taliban", "Taliban"),
    ("The Afghan army said the Taliban had admitted that they had lost Kunduz.", "The Afghan army", ARMY),
    ("The Afghan army said the Taliban claimed that they had captured Kunduz.", "the Taliban", "Taliban"),
    ("AFP said the governor of Kunduz had admitted that the city had fallen.",
     "the governor of Kunduz", ARMY),
    ("Residents said the governor of Kunduz had admitted that the city had fallen.", "Residents", None),
    ("Villagers said the army had acknowledged losing Kunduz.", "Villagers", None),
    ("A resident said soldiers had told him that the army had lost Kunduz.", "A resident", None),
    ("According to residents, the governor admitted that Kunduz had fallen.", "residents", None),
    ("A journalist said the governor of Kunduz had admitted that the city had fallen.",
     "the governor of Kunduz", ARMY),
    ("Residents said the army claimed that it had captured Kunduz.", "the army", ARMY),
    ("Residents said the army had announced that it captured Kunduz.", "the army", ARMY),
    ("The governor of Kunduz admitted to residents that the city had fallen.",
     "The governor of Kunduz", ARMY),
    ("The governor of Kunduz told residents that the city had fallen.", "The governor of Kunduz", ARMY),
    ("Residents said that Kunduz had fallen, and a Taliban spokesman said it was calm.", "Residents", None),
]
# fmt: on


@pytest.mark.parametrize(("text", "claimer", "side"), ANSWERS)
def test_who_answers_for_it(text: str, claimer: str, side: str | None) -> None:
    found = [one for one in read(in_report(text, AT_WAR)) if one.claim.type.value == "capture"]
    assert [(one.claimer, one.side) for one in found] == [(claimer, side)]
