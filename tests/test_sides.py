"""Whose side a claimer is on, and in whose interest a claim is."""

from __future__ import annotations

from datetime import date

import pytest
from readings import DAY, in_report, read

from whoholds.interests import interest
from whoholds.model import EventType, Factuality

AT_WAR = "The Taliban and the Afghan army are at war."
SIDES = {
    "Taliban spokesman Zabihullah Mujahid": "Taliban",
    "The Taliban": "Taliban",
    "The insurgents": "Taliban",
    "The army": "Afghan government",
    "A provincial councillor": "Afghan government",
    "The governor of Kunduz": "Afghan government",
    "Residents": None,
    "A doctor at the hospital": None,
    "Local journalists": None,
    "A former governor": None,
    "The Syrian Observatory for Human Rights": None,
    "State television": "Afghan government",
    "SANA": "Syrian government",
    "Agence France-Presse": None,
    "A reporter in Taliban-held Kunduz": None,
    "AFP": None,
    "The Taliban's official media wing": "Taliban",
    "Activists at the provincial council": None,
    "The president of a local rights group": None,
    "The vice president of the youth association": None,
    "A source in the army": "Afghan government",
    "Afghanistan": "Afghan government",
    "Iceland": None,
    "Observers in Afghanistan": None,
}


@pytest.mark.parametrize("claimer", SIDES)
def test_the_side_of_a_claimer(claimer: str) -> None:
    claims = read(in_report(f"{claimer} said that Taloqan had fallen to the rebels.", AT_WAR))
    assert [claim.side for claim in claims if claim.claim.type.value == "capture"] == [SIDES[claimer]]


OF_ANY_ARMY = {
    "a commander said": None,
    "an officer said": None,
    "an Afghan officer said": "Afghan government",
    "a field commander said": None,
    "the commander said": None,
    "a senior military commander said": None,
    "a commander in the city said": None,
    "a general said": None,
    "a colonel on the front line said": None,
    "a military source said": None,
    "military sources said": None,
    "a commander admitted": "Afghan government",
    "an army commander said": "Afghan government",
    "a police commander said": "Afghan government",
    "a general in the army said": "Afghan government",
    "an Afghan general said": "Afghan government",
    "a commander of the Afghan forces said": "Afghan government",
    "a Taliban commander said": "Taliban",
    "a senior military official said": None,
    "a security official said": None,
    "a local official said": None,
    "two security sources told AFP": None,
    "district officials said": None,
    "an intelligence officer said": None,
    "an official source said": None,
    "an official in the city said": None,
    "officials said": "Afghan government",
    "an Afghan security source said": "Afghan government",
    "a government official said": "Afghan government",
    "an official of the interior ministry said": "Afghan government",
    "an official of the provincial council said": "Afghan government",
    "a police officer said": "Afghan government",
    "a local official acknowledged": "Afghan government",
    "an army source said": "Afghan government",
    "the governor said": "Afghan government",
}


@pytest.mark.parametrize("teller", OF_ANY_ARMY)
def test_a_rank_that_either_side_has_tells_no_side(teller: str) -> None:
    (claim,) = read(in_report(f"Taliban fighters have captured Kunduz, {teller}.", AT_WAR))
    assert claim.side == OF_ANY_ARMY[teller]


def test_it_is_the_party_that_its_own_sentence_begins_with() -> None:
    told = {
        "The Taliban has captured Kunduz, it said.": "Taliban",
        "The Taliban has captured Kunduz, they said.": None,
        "Taliban fighters have captured Kunduz, it said.": None,
        "The Taliban has captured Kunduz from the Afghan army, it said.": "Taliban",
        "In the north the Taliban has captured Kunduz, it said.": "Taliban",
        # who else "it" may be, nothing is believed of a gain that its taker may have told of himself
        "A newspaper sent a reporter. The Taliban has captured Kunduz, it said.": "Taliban",
        "A newspaper sent a reporter. In the north the Taliban has left Kunduz, it said.": None,
        "A newspaper sent a reporter. In the north the Afghan army has lost Kunduz, it said.": None,
    }
    assert {text: read(in_report(text, AT_WAR))[0].side for text in told} == told


def test_what_an_official_of_no_told_side_says_is_no_admission() -> None:
    told = {
        "Afghan troops have left Kunduz, a military official said.": None,
        "Kunduz has fallen to the insurgents, a local official said.": None,
        "The army recaptured Kunduz, a security official said.": "Afghan government",
        "A local official denied that the Taliban had captured Kunduz.": "Afghan government",
    }
    read_now = {text: [(c.side, c.against_interest) for c in read(in_report(text, AT_WAR))] for text in told}
    assert read_now == {text: [(side, False)] for text, side in told.items()}


@pytest.mark.parametrize(("on", "side"), [(DAY, "Afghan government"), (date(2021, 9, 1), "Taliban")])
def test_an_official_is_of_the_government_of_the_day(on: date, side: str) -> None:
    (claim,) = read(in_report("Officials said that Kunduz had been captured by gunmen.", AT_WAR), on)
    assert claim.side == side


# fmt: off
SPEAKERS = [
    ("Syrian insurgents led by Hayat Tahrir al-Sham said they had captured most of Aleppo.",
     "Syrian insurgents led by Hayat Tahrir al-Sham", "Hayat Tahrir al-Sham"),
    ("Russian forces captured Vuhledar, US officials said.", "US officials", "United States"),
    ("M23 rebels have captured Goma, its spokesman said.", "its spokesman", "M23"),
    ("M23 rebels captured Goma from the Congolese army, their commander said.", "their commander", "M23"),
    ("The Taliban have captured Kunduz, its governor said.", "its governor", "Afghan government"),
    ("The Taliban have captured Kunduz, its police chief said.", "its police chief", "Afghan government"),
    ("Aliyev said Azeri forces had taken Shusha; Armenia said fighting continued.", "Aliyev", "Azerbaijan"),
    ("A spokesman for the M23 movement, Omari, spoke. The rebels took Goma, Omari said.", "Omari", "M23"),
    ("Omari, a leader of the M23 rebel group, spoke. The rebels took Goma, Omari said.", "Omari", "M23"),
    ("“We took the town of Goma and sent the (army) fleeing,” Colonel Omari of M23 told Reuters.",
     "Colonel Omari of M23", "M23"),
    ("M23 rebels have seized the border town of Goma, the rebel group said on Monday, sending many fleeing.",
     "the rebel group", "M23"),
    ("The M23 captured Goma, the Kivu Security Tracker said.", "the Kivu Security Tracker", None),
    ("M23 spokesman Jo Omari spoke. The rebels have captured Goma, Omari said.", "Omari", "M23"),
    ("The Taliban have captured Kunduz, a diplomat in Islamabad said.", "a diplomat in Islamabad", None),
    ("The army of Mali said it was calm. Rebels captured Ber, OLCM said.", "OLCM", None),
    ("The army of Mali said all was calm. Rebels captured Ber, bakers in Timbuktu said.",
     "bakers in Timbuktu", None),
    ("The Taliban have captured Kunduz, a group fighting the Afghan army said.", "a group", None),
    ("Sudan's Rapid Support Forces said they had seized Wad Madani.",
     "Sudan's Rapid Support Forces", "Rapid Support Forces"),
]
# fmt: on


@pytest.mark.parametrize(("text", "claimer", "side"), SPEAKERS)
def test_who_says_so_and_for_whom(text: str, claimer: str, side: str | None) -> None:
    claim = read(in_report(text), DAY)[0]
    assert (claim.claim.type.value, claim.claimer, claim.side) == ("capture", claimer, side)


UA = date(2024, 10, 2)
# fmt: off
OFFICIALS = [
    # A well-known name, whatever country the place lies in.
    ("President Putin said Russian troops had captured Toretsk.", "Russia"),
    ("Defence Minister Andrei Belousov said his troops had captured Toretsk.", "Russia"),
    ("Putin's defence minister said Toretsk had been captured.", "Russia"),
    ("Pushilin said Russian troops had captured Toretsk.", "Donetsk People's Republic"),
    ("Governor Vyacheslav Gladkov said Russian troops had captured Toretsk.", "Russia"),
    ("President Kagame said M23 had captured Sake.", "Rwanda"),
    ("Prime Minister Netanyahu said Israeli troops had captured Jabalia.", "Israel"),
    ("President Erdogan said Turkish forces had captured Manbij.", "Turkey"),
    # Another state's success, told by an official of a state: it can be that state's own boast.
    ("The defence minister said Russian troops had captured Toretsk.", None),
    ("The ministry said Russian troops had captured Toretsk.", None),
    ("Officials said Russian troops had captured Toretsk.", None),
    ("The general staff said Russian troops had entered Toretsk.", None),
    ("MOSCOW (AP) - Russian troops fight in Ukraine. The ministry said its troops had taken Toretsk.", None),
    ("The president said Azerbaijani troops had captured Goris.", None),
    ("Defence Minister Ivan Petrov said Russian troops had captured Toretsk.", None),
    ("The National Security Council said Russian troops had captured Toretsk.", None),
    # Said to be admitted; an official of the place; of whom was named with the office before.
    ("The defence ministry acknowledged that Russian troops had captured Toretsk.", "Ukraine"),
    ("The regional governor said Russian troops had captured Toretsk.", "Ukraine"),
    ("The mayor of Toretsk said Russian troops had captured the town.", "Ukraine"),
    ("The head of the military administration said Russian troops had captured Toretsk.", "Ukraine"),
    ("The mayor said that Toretsk was held by Russia.", "Ukraine"),
    ("The governor of Belgorod said Russian troops had captured Toretsk.", "Russia"),
    ("The defence ministry said gunmen had captured Toretsk.", "Ukraine"),
    ("Putin met officers. The president said Russian troops had captured Toretsk.", "Russia"),
    ("Ukraine's defence minister spoke. The minister said Russian troops had captured Toretsk.", "Ukraine"),
    ("The Congolese army fights. The army said Rwandan troops had captured Goma.", "Congolese government"),
    # "Its", after a state.
    ("Krymske, a village near Toretsk, was captured by Russia, its defence ministry said.", "Russia"),
    ("Russia captured Toretsk from Ukraine, its defence ministry said.", "Russia"),
    # Who is contradicted says nothing.
    ("Contrary to what Moscow says, Kharkiv is under our control, governor Oleh Koval wrote.", "Ukraine"),
    ("Moscow's claims are false: Chernihiv is in our hands, an army spokesman said.", None),
    ("Moscow's claims are false: Chernihiv is in our hands, Mayor Ivan Koval said.", "Ukraine"),
]
# fmt: on


@pytest.mark.parametrize(("text", "side"), OFFICIALS)
def test_an_official_without_a_nationality(text: str, side: str | None) -> None:
    assert [claim.side for claim in read(in_report(text), UA)] == [side]


def test_the_report_itself_is_nobody_who_says_so() -> None:
    (claim,) = read(in_report("This story has been corrected to say that the Taliban captured Kunduz."))
    assert (claim.claimer, claim.actor) == (None, "Taliban")


A, B = "Taliban", "Afghan government"
INTERESTS = [
    (EventType.CAPTURE, A, "own"),
    (EventType.CAPTURE, B, "against"),
    (EventType.CAPTURE, None, None),
    (EventType.CAPTURE, "France", None),
    (EventType.WITHDRAWAL, A, "against"),
    (EventType.WITHDRAWAL, B, "own"),
    (EventType.HOLD, A, "own"),
    (EventType.SIEGE, B, "against"),
    (EventType.CLASH, A, None),
    (EventType.EXPLOSION, A, None),
    (EventType.AIRSTRIKE, B, None),
]


@pytest.mark.parametrize(("kind", "side", "expected"), INTERESTS)
def test_in_whose_interest_a_claim_is(kind: EventType, side: str | None, expected: str | None) -> None:
    assert interest(kind, Factuality.CERTAIN, side, actor=A, recipient=B) == expected


def test_a_denial_turns_the_interest_round() -> None:
    assert interest(EventType.CAPTURE, Factuality.DENIED, A, actor=A, recipient=B) == "against"
    assert interest(EventType.CAPTURE, Factuality.DENIED, B, actor=A, recipient=B) == "own"


def test_the_enemy_has_no_spokesman_here() -> None:
    text = (
        "The Taliban seized Ghazni. The interior ministry acknowledged the loss. "
        "The enemy had taken the city over, its spokesman told journalists."
    )
    last = read(text)[-1]
    assert (last.actor, last.side) == ("Taliban", "Afghan government")
