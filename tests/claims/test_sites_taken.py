"""Sites in a town that are taken, and words that only look like one."""

from __future__ import annotations

from datetime import date

import pytest
from readings import claimed, in_report, read

TOLD = {
    "The RSF took the airport in El Fasher.": ["capture El Fasher part"],
    "The RSF said it had taken the army's headquarters in El Fasher.": ["capture El Fasher part"],
    "The MNDAA captured the military's Northeastern Command in Lashio.": ["capture Lashio part"],
    "The MNDAA captured the Northeastern Regional Military Command headquarters in Lashio.": [
        "capture Lashio part"
    ],
    "The SDF captured a village in the IS-held district of Manbij.": [
        "capture Manbij near",
        "hold Manbij part",
    ],
    "Fighters seized a village in the countryside of Manbij.": [],
    "The Alliance said it had captured more than 160 posts, and the town of Kunlong.": [
        "capture Kunlong exact"
    ],
    "Rebels streamed into Tripoli.": ["entry Tripoli exact"],
    "Refugees streamed into Tripoli.": [],
    "The RSF took control of Singa. Dinder town was attacked by the army.": ["capture Singa exact"],
    "The RSF took control of Singa. The RSF entered Wad An Nyal and looted the market.": [
        "capture Singa exact",
        "entry Wad An Nyal exact",
        "destruction Wad An Nyal part",
    ],
    "The RSF took Singa. Clashes were reported in Kosti and Rabak districts.": [
        "capture Singa exact",
        "clash Kosti exact",
        "clash Rabak exact",
    ],
    "The RSF took control of Singa and surrounding areas including Mazmum.": ["capture Singa exact"],
    "Rastan and Talbiseh now under rebel control.": ["hold Ar Rastan exact", "hold Tallbisah exact"],
    "Kunduz surrendered to the Taliban.": ["handover Kunduz exact"],
    "The town, now under SDF control, lies near Manbij.": [],
    "The RSF took positions in El Fasher.": [],
    "The general took command of troops in El Fasher.": [],
    "The Western Command said it had lost a soldier in Ann.": [],
    "HTS declared the city of Homs fully liberated.": ["capture Homs exact"],
    "Iraq's prime minister declared Mosul liberated.": ["capture Mosul exact"],
    "Officials declared the hostages freed in Tikrit.": [],
    "The army regrouped its troops from Izyum, the ministry said.": ["withdrawal Izyum exact"],
    "Russian forces regrouped in Izyum.": [],
    "Tuareg rebels entered Timbuktu, a day after taking Gao.": ["entry Timbuktu exact", "capture Gao exact"],
    "Haitian gangs now control Cap-Haitien.": ["hold Cap-Haitien exact"],
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_taken(text: str) -> None:
    assert claimed(text) == TOLD[text]


def test_a_label_of_doubt_is_of_the_whole_sentence() -> None:
    text = in_report("Unconfirmed: Kunduz surrendered to the Taliban. The army fled from Aybak.")
    assert {one.place_name: one.claim.unverified for one in read(text)} == {"Kunduz": True, "Aībak": False}


def test_the_hour_of_an_update_is_no_claimer() -> None:
    (denied,) = read(in_report("UPDATE 15:05 - Army sources deny the fall of Hama."))
    assert denied.claimer == "Army sources"


@pytest.mark.parametrize(
    ("text", "actor", "claimer"),
    [
        ("The army took Um Rawaba from the RSF, it said on Thursday.", "Sudanese government", "The army"),
        ("M23 rebels have seized Goma, they announced.", "M23", "M23 rebels"),
        ("Zelensky: Sudzha is fully under the control of our military.", "Ukraine", "Zelensky"),
        (
            "Interior ministry: Ghazni is under full government control.",
            "Afghan government",
            "Interior ministry",
        ),
        ("M23: Goma is under our control.", "M23", "M23"),
        ("Ghazni: The Taliban captured the city.", "Taliban", None),
    ],
)
def test_whose_word_it_is(text: str, actor: str, claimer: str | None) -> None:
    (told,) = read(in_report(text))
    assert (told.actor, told.claimer) == (actor, claimer)


def test_who_left_before_a_taking_of_another_year_left_then() -> None:
    text = in_report("The RSF took Wad Madani in December 2023, after the army withdrew.")
    assert {one.days.end for one in read(text, date(2025, 2, 10))} == {date(2023, 12, 31)}


def test_a_grouping_is_of_the_state_that_speaks_of_it() -> None:
    said = "liberated Toretsk, the Russian Defence Ministry said."
    assert [one.actor for one in read(in_report(f'Units of the "Center" group of forces {said}'))] == [
        "Russia"
    ]
    assert [one.actor for one in read(in_report(f'Units of the "Center" group {said}'))] == [None]
