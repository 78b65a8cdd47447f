"""What later words deny: claims of who denies it, with the actor of what was told, or a hold by the loser."""

from __future__ import annotations

from datetime import date

import pytest
from readings import read

ON = date(2025, 1, 29)
DENIALS = [
    ("; Congo's army denied it.", "Congo's army"),
    ("; the Congolese army says it did not.", "the Congolese army"),
    (", but the Congolese army said it had not.", "the Congolese army"),
    ("; the Congolese army denies.", "the Congolese army"),
    (", but the Congolese army denies.", "the Congolese army"),
    (". The Congolese army denied the claim.", "The Congolese army"),
    (", a claim denied by the Congolese army.", "the Congolese army"),
    (", which the Congolese army denied.", "the Congolese army"),
    (", but the Congolese army denied this.", "the Congolese army"),
    (". The Congolese army said this was not true.", "The Congolese army"),
    (". The Congolese army said that the claim was false.", "The Congolese army"),
    (". “This is a lie,” a Congolese army spokesman said.", "a Congolese army spokesman"),
    (". A Congolese army spokesman called the claim fabricated.", "A Congolese army spokesman"),
    (". That is untrue, according to the Congolese army.", "the Congolese army"),
    (". The Congolese army denied it had fallen.", "The Congolese army"),
    (". The Congolese army denied that it had fallen.", "The Congolese army"),
]
NOT_DENIED = [
    ". The Congolese army did not deny it.",
    "; the Congolese army denied losses.",
    ". The Congolese army has not commented.",
    ". The Congolese army denied the claim that it was weak.",
    ". The Congolese army rejected the report by the UN.",
    ". The Congolese army said it was wrong to negotiate.",
    ". The Congolese army will deny it.",
    ". M23 denied it.",
    ". The Congolese army said the report was wrong about the dead.",
    ". The Congolese army denied it had fallen short of its aims.",
    ". The Congolese army denied both.",
]
OF_OTHER_TYPES = [
    ("Ukraine said Russian forces had shelled Kherson. Russia denied it.", "shelling", "Russia", "Russia"),
    ("Ukraine said Russia had shelled Kherson, but Russia denied the claim.", "shelling", "Russia", "Russia"),
    ("M23 said it had withdrawn from Goma. The army denied this.", "withdrawal", "M23", "The army"),
]


@pytest.mark.parametrize(("words", "claimer"), DENIALS)
def test_a_taking_that_is_denied_is_a_hold_by_the_loser(words: str, claimer: str) -> None:
    told, denied = read(f"M23 said it had captured Goma{words}", ON)
    assert (told.claim.type.value, told.claim.factuality.value, told.claimer) == ("capture", "certain", "M23")
    assert (denied.claim.type.value, denied.claimer) == ("hold", claimer)
    assert (denied.actor, denied.recipient, denied.place_name) == ("Congolese government", "M23", "Goma")
    assert denied.inferred


@pytest.mark.parametrize("words", NOT_DENIED)
def test_what_is_no_denial_of_what_was_told(words: str) -> None:
    assert [claim.claim.type.value for claim in read(f"M23 said it had captured Goma{words}", ON)] == [
        "capture"
    ]


def test_both_of_two_claims_are_denied() -> None:
    claims = read("M23 said it had captured Goma and Sake. The Congolese army denied both.", ON)
    held = [claim.place_name for claim in claims if claim.claim.type.value == "hold"]
    assert (len(claims), held) == (4, ["Goma", "Sake"])


@pytest.mark.parametrize("words", ["Officials denied it.", "Residents said this was not true."])
def test_who_denies_without_a_party_holds_nothing(words: str) -> None:
    _, denied = read(f"The Taliban said they had captured Kunduz. {words}")
    assert (denied.claim.type.value, denied.claim.factuality.value) == ("capture", "denied")
    assert (denied.actor, denied.claimer) == ("Taliban", words.split()[0])


def test_a_lie_that_is_told_in_full_is_denied_once() -> None:
    text = (
        "The mayor said Goma had fallen to M23. It is a lie that M23 captured Goma, the Congolese army said."
    )
    held = [claim for claim in read(text, ON) if claim.claim.type.value == "hold"]
    assert [(claim.actor, claim.claimer) for claim in held] == [
        ("Congolese government", "the Congolese army")
    ]


@pytest.mark.parametrize(("text", "kind", "actor", "claimer"), OF_OTHER_TYPES)
def test_what_is_no_taking_is_denied_of_who_did_it(text: str, kind: str, actor: str, claimer: str) -> None:
    told, denied = read(text, ON)
    assert (told.claim.type.value, told.claim.factuality.value) == (kind, "certain")
    assert (denied.claim.type.value, denied.claim.factuality.value) == (kind, "denied")
    assert (denied.actor, denied.claimer) == (actor, claimer)


@pytest.mark.parametrize(
    ("text", "claimer"),
    [
        ("Russia's claim to have captured Kupiansk is false, Ukraine's army said.", "Ukraine's army"),
        ("Ukraine's army said Russia's claim to have captured Kupiansk is false.", "Ukraine's army"),
        ("Claims by Russia to have captured Kupiansk are untrue, Ukraine's army said.", "Ukraine's army"),
        ("Claims of the capture of Kupiansk by Russia are false, Ukraine's army said.", "Ukraine's army"),
    ],
)
def test_who_calls_a_claim_false_is_its_claimer(text: str, claimer: str) -> None:
    (held,) = read(text, ON)
    assert (held.claim.type.value, held.actor, held.recipient) == ("hold", "Ukraine", "Russia")
    assert held.claimer == claimer


@pytest.mark.parametrize(
    ("text", "claimer", "holder", "taker"),
    [
        (
            "Congo's army rejected M23's claim to have captured Goma.",
            "Congo's army",
            "Congolese government",
            "M23",
        ),
        ("The army denied a claim by M23 that it had taken Goma.", "The army", "Congolese government", "M23"),
        ("The army scoffed at M23's claim to have captured Goma.", "The army", "Congolese government", "M23"),
        ("The army ridiculed the idea that M23 had taken Goma.", "The army", "Congolese government", "M23"),
        (
            "M23's claim to have captured Goma was refuted by the army.",
            "the army",
            "Congolese government",
            "M23",
        ),
        (
            "Myanmar's junta disputed the KIA's claim of capturing Bhamo.",
            "Myanmar's junta",
            "Myanmar military",
            "Kachin Independence Army",
        ),
        ("Ukraine dismissed Russia's claim to have taken Sumy.", "Ukraine", "Ukraine", "Russia"),
        ("Kyiv called Moscow's claim that Sumy had been captured a lie.", "Kyiv", "Ukraine", None),
    ],
)
def test_who_rejects_a_claim_is_its_claimer(text: str, claimer: str, holder: str, taker: str | None) -> None:
    (held,) = read(text, ON)
    assert (held.claim.type.value, held.claimer) == ("hold", claimer)
    assert (held.actor, held.side, held.recipient) == (holder, holder, taker)


@pytest.mark.parametrize(
    "text",
    [
        "The army did not deny M23's claim to have captured Goma.",
        "M23's claims about the capture of Goma were disputed by the army.",
    ],
)
def test_a_claim_that_is_not_denied_stays_the_claimers(text: str) -> None:
    (taken,) = read(text, ON)
    assert (taken.claim.type.value, taken.actor, taken.side) == ("capture", "M23", "M23")


@pytest.mark.parametrize(
    "text",
    [
        "Goma has fallen, M23 says; army denies it",
        "Goma captured, M23 says; army denies",
        "M23 said its fighters had captured Goma; the army called the claim a lie.",
        "Goma captured, M23 says; army denies.",
        "Goma has been captured, the M23 say; the army denies it.",
        "Goma has fallen, M23 say, army denies it",
        "Goma has been taken, M23 says, but army denies it",
    ],
)
def test_what_one_says_aside_is_not_what_the_other_denies(text: str) -> None:
    told, denied = read(text, ON)
    assert (told.claim.type.value, told.actor, told.side) == ("capture", "M23", "M23")
    assert (denied.claim.type.value, denied.side) == ("hold", "Congolese government")
    assert "army" in (denied.claimer or "")


@pytest.mark.parametrize("text", ["Goma is far from captured.", "Goma is far from being taken by M23."])
def test_what_is_far_from_taken_is_denied(text: str) -> None:
    (held,) = read(text, ON)
    assert (held.claim.type.value, held.claim.factuality.value) == ("hold", "certain")
    assert held.actor != "M23"
