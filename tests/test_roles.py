"""Who does it to whom: words that name nobody, the speaker's own, the enemy, fights of nobody named."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read

AT_WAR = "The Taliban and the Afghan army are at war."
UA = date(2024, 2, 18)
ACTORS = [
    ("The heroic forces captured Kunduz.", None),
    ("A convoy entered Kunduz.", None),
    ("The other side captured Kunduz.", None),
    ("The mujahideen captured Kunduz.", "Taliban"),
    ("Gunmen captured Kunduz.", "gunmen"),
    ("Tribal forces captured Kunduz.", "tribal forces"),
    ("Our heroic forces captured Kunduz, an army officer said.", "Afghan government"),
    ("“We have captured Kunduz,” a police commander said.", "Afghan government"),
    ("The enemy captured Kunduz, an army officer said.", "Taliban"),
    ("Terrorist groups hold Kunduz, an army officer said.", "Taliban"),
    ("Units were withdrawn from Kunduz, an army officer said.", "Afghan government"),
    ("NATO soldiers captured Kunduz.", "NATO"),
    ("The rebels of the National Resistance Front captured Kunduz.", "National Resistance Front"),
    ("General Dostum's forces captured Kunduz.", "General Dostum's forces"),
    ("The Eagles Brigade captured Kunduz.", "Eagles Brigade"),
    ("The elite unit, Afghan special forces, captured Kunduz.", "Afghan government"),
    ("Chadian fighters captured Kunduz.", "Chadian fighters"),
    ("Local fighters captured Kunduz.", "local fighters"),
    ("Village defence forces captured Kunduz.", "village defence forces"),
    ("Local Taliban fighters captured Kunduz.", "Taliban"),
    ("Liberian troops captured Kunduz.", "Liberian troops"),
    ("Nazi troops captured Kunduz.", "Nazi troops"),
    ("Several gunmen captured Kunduz.", "several gunmen"),
    ("An armed group captured Kunduz.", "Taliban"),
    ("The RCD captured Kunduz.", "RCD"),
    ("An Afghan-led security force captured Kunduz.", "Afghan government"),
    ("The army began an operation to capture Kunduz.", "Afghan government"),
    ("Iran-backed militias captured Kunduz.", "Iran-backed militias"),
]


@pytest.mark.parametrize(("text", "actor"), ACTORS)
def test_who_does_it(text: str, actor: str | None) -> None:
    claims = read(in_report(text, AT_WAR))
    assert [claim.actor for claim in claims] == [actor]


def test_mujahideen_are_nobody_where_no_group_is_named() -> None:
    assert [claim.actor for claim in read(in_report("Mujahideen captured Kunduz."))] == [None]


FIGHTS = [
    ("The battle for Kunduz goes on, an army officer said.", ("Afghan government", "Taliban")),
    ("The assault on Kunduz goes on, an army officer said.", ("Taliban", "Afghan government")),
    ("The battle for Kunduz goes on, residents said.", (None, None)),
    (
        "The Taliban, backed by the Haqqani network and ISKP, captured Kunduz.",
        ("Taliban", "Afghan government"),
    ),
    ("Insurgents attacked Taliban fighters in Kunduz.", ("insurgents", "Taliban")),
    ("ISKP fighters attacked the Taliban in Kunduz.", ("Khorasan Province", "Taliban")),
    ("The Taliban know Kunduz, part of which is in the hands of ISKP.", ("Khorasan Province", "Taliban")),
    ("Ten soldiers were killed in clashes with militants in Kunduz.", ("Taliban", "Afghan government")),
]


@pytest.mark.parametrize(("text", "sides"), FIGHTS)
def test_who_fights_whom(text: str, sides: tuple[str | None, str | None]) -> None:
    claims = read(in_report(text, AT_WAR))
    assert [(claim.actor, claim.recipient) for claim in claims] == [sides]


# fmt: off
TOLD = [
    ("Vuhledar has fallen, according to two soldiers from a Ukrainian brigade.", None, "Ukraine"),
    ("Vuhledar has fallen, according to a commander in a Ukrainian brigade.", None, "Ukraine"),
    ("Prime Minister Netanyahu said troops had taken Jabalia.", "Israel", "Palestinian Authority"),
    ("Putin said that soldiers had left Kherson.", "Russia", None),
    ("Putin said that the army had left Kherson.", "Ukraine", None),
    ("Kagame said soldiers of the Congolese army had left Goma.", "Congolese government", None),
    # A neighbour that only looks on has lost nothing; one whose forces act may have.
    ("M23 captured Uvira. Many fled into Burundi, and more escaped to Burundi by boat.",
     "M23", "Congolese government"),
    ("Tuareg rebels took Tinzaouaten; Algeria said it was watching.", "Tuareg rebels", "Malian government"),
    ("M23 captured Uvira. Burundian soldiers were there, for Burundi has sent troops.", "M23", "Burundi"),
    ("Boko Haram attacked a post in Benin. The army left Porga, in the north.", "Benin government", None),
    ("Resistance fighters captured Loikaw from the junta. Thailand's foreign minister met junta officials.",
     "People's Defence Forces", "Myanmar military"),
    ("The soldiers left Myawaddy, Thailand's army said.", "soldiers", None),
]
# fmt: on


@pytest.mark.parametrize(("text", "actor", "recipient"), TOLD)
def test_whose_deed_a_speaker_tells_of(text: str, actor: str | None, recipient: str | None) -> None:
    (claim,) = read(in_report(text), date(2024, 10, 2))
    assert (claim.actor, claim.recipient) == (actor, recipient)


def test_fire_of_one_state_is_meant_for_the_other() -> None:
    text = "Ukraine and Russia are at war. Russian troops fight Ukraine. Russian planes bombed Avdiivka."
    (claim,) = [one for one in read(in_report(text), UA) if one.claim.type.value == "airstrike"]
    assert (claim.actor, claim.recipient) == ("Russia", "Ukraine")


def test_a_taker_and_who_denies_it_are_two_claims_of_two_sides() -> None:
    text = "Wagner fighters captured Bakhmut, Prigozhin said; Ukraine's military denied it."
    claim = read(in_report(text), date(2023, 5, 20))[0]
    assert (claim.claim.type.value, claim.actor, claim.recipient) == ("capture", "Wagner Group", "Ukraine")
    assert (claim.claimer, claim.side) == ("Prigozhin", "Wagner Group")


def test_a_camp_that_no_gazetteer_knows_is_the_place_that_was_left() -> None:
    (claim, *_) = read(in_report("The army left Kibati camp on Sunday.", "M23 rebels and the army fight."))
    assert (claim.claim.type.value, claim.actor, claim.place_name) == (
        "withdrawal", "Congolese government", "Kibati",
    )  # fmt: skip


# fmt: off
THEIRS = [
    ("Russia's defence ministry said its forces had taken control of Vuhledar.", "capture", "Russia"),
    ("Russia's defence ministry said it had taken control of Vuhledar.", "capture", "Russia"),
    ("The Russian army said its soldiers captured Vuhledar.", "capture", "Russia"),
    ("Residents said the Russian army and its fighters captured Vuhledar.", "capture", "Russia"),
    ("Ukraine's General Staff said its troops withdrew from Vuhledar.", "withdrawal", "Ukraine"),
    ("Ukraine's General Staff said Russia withdrew its troops from Vuhledar.", "withdrawal", "Russia"),
    ("Ukraine's General Staff said Russia attacked its troops in Vuhledar.", "clash", "Russia"),
    ("M23 said its forces had captured Goma.", "capture", "M23"),
    ("The Taliban said their fighters had captured Kunduz.", "capture", "Taliban"),
    ("Azerbaijan's president said his army had captured Shusha.", "capture", "Azerbaijan"),
    ("Kunduz falls to ethnic army.", "capture", "ethnic army"),
    ("Lashio falls to MNDAA. The ethnic army then entered Hsipaw.", "capture", "MNDAA"),
    ("Russia's Wagner Group forces captured Bakhmut.", "capture", "Wagner Group"),
]
# fmt: on


@pytest.mark.parametrize(("text", "kind", "actor"), THEIRS)
def test_forces_are_those_of_whoever_is_named_before(text: str, kind: str, actor: str) -> None:
    claim = read(in_report(text), date(2024, 10, 3))[0]
    assert (claim.claim.type.value, claim.actor) == (kind, actor)


def test_forces_that_another_attacked_are_the_speakers() -> None:
    text = "Ukraine's General Staff said Russia attacked its troops in Vuhledar."
    (claim,) = read(in_report(text), date(2024, 10, 3))
    assert claim.recipient == "Ukraine"


@pytest.mark.parametrize(
    ("text", "praises"),
    [
        ("Kunduz was liberated on Sunday.", True),
        ("The heroic forces liberated Kunduz on Sunday.", True),
        ("The liberation of Kunduz on Sunday was swift.", True),
        ("Kunduz was liberated on Sunday, residents said.", False),
        ("The Taliban liberated Kunduz on Sunday.", False),
        ("Kunduz was captured on Sunday.", False),
        ("Kunduz fell on Sunday.", False),
    ],
)
def test_an_outlet_that_praises_takers_without_a_name_speaks_for_a_side(text: str, praises: bool) -> None:
    assert [claim.own_interest for claim in read(in_report(text, ""))] == [praises]
