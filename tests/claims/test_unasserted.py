"""What nobody says happened is unverified or no claim: asked whether, left undone on purpose."""

from __future__ import annotations

import pytest
from readings import in_report, read

OPEN = [
    "Residents wondered whether the Taliban had captured Kunduz.",
    "Reporters asked whether the Taliban had captured Kunduz.",
    "The governor was asked if the Taliban had captured Kunduz.",
    "The governor did not know if the Taliban had captured Kunduz.",
    "The army refused to say whether the Taliban had captured Kunduz.",
    "A spokesman declined to say whether the Taliban had captured Kunduz.",
    "A spokesman would not say whether Kunduz had fallen.",
]
TOLD = [
    "The Taliban, who were accused of war crimes, have captured Kunduz.",
    "The governor accused the Taliban of having captured Kunduz.",
    "Residents say that the Taliban have captured Kunduz.",
    "Residents know that the Taliban have captured Kunduz.",
    "Asked about the war, the governor said the Taliban had captured Kunduz.",
    "The Taliban captured Kunduz, and it is not known whether anybody was hurt.",
]
FORGONE = [
    "The Taliban were accused of capturing Kunduz.",
    "The Taliban were accused by the UN of capturing Kunduz.",
    "The Taliban could have captured Kunduz but chose not to.",
    "The Taliban could have taken Kunduz, but opted to wait.",
    "The Taliban might have seized Kunduz but decided against it.",
    "The army stopped short of saying that the Taliban had captured Kunduz.",
    "The governor stopped short of announcing the capture of Kunduz.",
    "Kunduz was “fully secure”, but the army stopped short of declaring it retaken.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_is_only_asked_is_possible_and_unverified(text: str) -> None:
    found = [(one.claim.factuality.value, one.claim.unverified) for one in read(in_report(text))]
    assert found == [("possible", True)]


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_beside_a_question_is_told(text: str) -> None:
    found = [(one.claim.factuality.value, one.claim.unverified) for one in read(in_report(text))]
    assert found == [("certain", False)]


@pytest.mark.parametrize("text", FORGONE)
def test_what_was_left_undone_is_no_claim(text: str) -> None:
    assert not read(in_report(text))


@pytest.mark.parametrize(
    "text",
    [
        "Capturing Kunduz would give the Taliban control of the whole of the province.",
        "The fall of Kunduz would hand the Taliban control of Baghlan.",
    ],
)
def test_a_hold_that_a_fall_would_give_is_none_yet(text: str) -> None:
    found = [one for one in read(in_report(text)) if one.claim.type.value == "hold"]
    assert {one.claim.factuality.value for one in found} <= {"future"}


def test_what_may_have_happened_is_possible() -> None:
    (claim,) = read(in_report("The Taliban could have captured Kunduz but nobody knows."))
    assert claim.claim.factuality.value == "possible"


DISOWNED = [
    "The army accused the Taliban of spreading lies about the capture of Kunduz.",
    "The army accused the Taliban of inventing the fall of Kunduz.",
    "The army said the Taliban had made up the capture of Kunduz.",
    "The army accused the Taliban of fabricating reports of the capture of Kunduz.",
    "The government refused to confirm or deny that the Taliban had captured Kunduz.",
    "The army would neither confirm nor deny the capture of Kunduz by the Taliban.",
    "Taliban fighters who raised a flag in Kunduz were eliminated, the army said.",
    "The Taliban fighters who had seized Kunduz have been neutralised, the governor said.",
    "There is no evidence that the Taliban have captured Kunduz, the UN said.",
    "There is no evidence so far that the Taliban have captured Kunduz.",
    "Analysts saw nothing to suggest that the Taliban had taken Kunduz.",
    "Nothing indicates that the Taliban have captured Kunduz.",
    "No group has claimed the capture of Kunduz.",
    "The pictures do not show that the Taliban captured Kunduz.",
    "All the Taliban fighters who infiltrated Kunduz were eliminated, the army said.",
    "Taliban fighters who had infiltrated Kunduz were pushed out again.",
    "Taliban fighters infiltrated Kunduz but were destroyed, the army said.",
    "The UN said it had seen no proof that the Taliban had taken Kunduz.",
    "Few believe that the Taliban have captured Kunduz, a diplomat said.",
    "Hardly anyone thinks that the Taliban have captured Kunduz.",
    "Nobody believes that Kunduz has fallen to the Taliban.",
]
OWNED = [
    ("There is evidence that the Taliban have captured Kunduz, the UN said.", "the UN"),
    ("Taliban fighters who captured Kunduz killed a governor, residents said.", "residents"),
    ("Many believe that the Taliban have captured Kunduz.", "Many"),
    ("The pictures show that the Taliban captured Kunduz.", "The pictures"),
    ("The army refused to confirm or deny the Taliban's claim that they had taken Kunduz.", "the Taliban's"),
]


@pytest.mark.parametrize("text", DISOWNED)
def test_what_its_teller_does_not_stand_behind_is_no_claim(text: str) -> None:
    assert not read(in_report(text))


@pytest.mark.parametrize(("text", "claimer"), OWNED)
def test_what_its_teller_stands_behind_is_a_claim(text: str, claimer: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.claim.type.value, claim.actor, claim.claimer) == ("capture", "Taliban", claimer)


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled formerly Taliban-held Kunduz.",
        "The army entered the once Taliban-held town of Kunduz.",
        "Aid reached previously Taliban-held Kunduz.",
    ],
)
def test_what_was_held_before_is_no_hold(text: str) -> None:
    assert "hold" not in [one.claim.type.value for one in read(in_report(text))]
