"""Who comes where others had just left, in one sentence; and what is given, at once or bit by bit."""

from __future__ import annotations

import pytest
from readings import claimed, in_report, read

LEFT = "withdrawal Kunduz exact"
TAKEN = "capture Kunduz exact"
COME = {
    "The army withdrew from Kunduz and the Taliban took over.": [LEFT, TAKEN],
    "The army withdrew from Kunduz, and the Taliban took control.": [LEFT, TAKEN],
    "The army abandoned Kunduz and Taliban fighters took over.": [LEFT, TAKEN],
    "The army withdrew from Kunduz and Taliban fighters took control.": [LEFT, TAKEN],
    "The army withdrew from Kunduz and army units took over.": [LEFT],
    "The army withdrew from Kunduz and the ministry took over the hospital.": [LEFT, "capture Kunduz part"],
    "The army withdrew from Kunduz and the Taliban took over in Taloqan.": [
        LEFT, "capture Taloqan exact",
    ],
    "The army withdrew from Kunduz and armed Taliban fighters took over.": [LEFT, TAKEN],
    "The army withdrew from Kunduz and Taloqan may be next, officials said.": [LEFT],
    "The Taliban captured Kunduz and Taloqan could fall within days, officials said.": [
        TAKEN, "capture Taloqan exact",
    ],
    "The army left Kunduz and surrounding villages burned.": [LEFT],
    "The Taliban entered Kunduz and government soldiers fled.": ["entry Kunduz exact", LEFT],
    "The army attacked rebels in Kunduz and civilians fled.": [
        "clash Kunduz exact", "displacement Kunduz exact"],
}  # fmt: skip
REDEPLOYED = {
    "The army redeployed from Kunduz on Sunday.": [LEFT],
    "The army repositioned its units outside Kunduz.": ["withdrawal Kunduz near"],
    "The army redeployed its units from Kunduz to Taloqan.": ["movement Taloqan exact"],
    "The UN redeployed staff from Kunduz.": [],
}
GIVEN = {
    "Elders are handing over Kunduz to the Taliban.": ["handover Kunduz part"],
    "Kunduz is being handed over to the Taliban.": ["handover Kunduz part"],
    "The army began handing over Kunduz to the Taliban.": ["handover Kunduz part"],
    "The handover of Kunduz to the Taliban has begun.": ["handover Kunduz part"],
    "The army began to retake Kunduz from the Taliban.": ["capture Kunduz part"],
    "The army handed over Kunduz to the Taliban.": ["handover Kunduz exact"],
    "The transfer of Kunduz to the Taliban was completed on Sunday.": ["handover Kunduz exact"],
    "The transfer of prisoners to the Taliban in Kunduz was completed.": [],
}


@pytest.mark.parametrize(("text", "told"), [*COME.items(), *REDEPLOYED.items(), *GIVEN.items()])
def test_who_comes_and_what_is_given(text: str, told: list[str]) -> None:
    assert sorted(claimed(text)) == sorted(told)


@pytest.mark.parametrize("said", ["they had taken", "they hold"])
def test_the_police_of_a_headquarters_do_not_hold_the_town(said: str) -> None:
    base = f"The Taliban said {said} the police headquarters in Kunduz"
    text = f"{base}, and residents said the city was in their hands."
    assert {one.actor for one in read(in_report(text)) if one.claim.type.value == "hold"} == {"Taliban"}
