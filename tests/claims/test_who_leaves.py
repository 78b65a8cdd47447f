"""Where they go to is not what they leave, and talks are no place; who leaves is who is said to."""

from __future__ import annotations

import pytest
from readings import in_report, plain, read

from whoholds.model import EventType

LEFT = {
    "The RSF withdrew to El Fasher.": [],
    "The RSF retreated into Omdurman.": [],
    "The army pulled back to Kosti after losing Rabak.": [],
    "The RSF withdrew its troops to Nyala.": [],
    "M23 withdrew to its base in Sake.": [],
    "The army left its garrison in a town some 300 kilometres north of the capital, Bamako.": [],
    "The army retreated towards Damara, about 75 kilometres (45 miles) from Bangui.": [],
    "M23 pulled out of the talks in Doha.": [],
    "The RSF withdrew from Rabak to Nyala.": [("Rapid Support Forces", "Rabak")],
    "The RSF withdrew from Nyala.": [("Rapid Support Forces", "Nyala")],
    "The army withdrew from its base in Kidal.": [("Malian government", "Kidal")],
    "Ukrainian troops withdrew to the outskirts of Bakhmut.": [("Ukraine", "Bakhmut")],
    "The army lost Rabak on Friday. It withdrew to Kosti.": [("Sudanese government", "Rabak")],
    "The RSF controls Nyala, its airport and the market, army forces withdraw to the hills": [
        ("Sudanese government", "Nyala")
    ],
    "M23 fled Masisi after the army attacked.": [("M23", "Masisi")],
    "The Taliban took Kunduz and the army has left Herat.": [("Afghan government", "Herat")],
    "The rebels are in Aleppo and Assad has fled Damascus.": [("Syrian government", "Damascus")],
    "Syrian rebels are in Aleppo and Homs and have left Hama.": [("Syrian rebels", "Hamah")],
    "Russian troops took Avdiivka. Ukraine's army chief said he had withdrawn troops from Avdiivka.": [
        ("Ukraine", "Avdiyivka")
    ],
    "Russian troops took Avdiivka. Residents said he had withdrawn troops from Avdiivka.": [
        (None, "Avdiyivka")
    ],
    "Russia's defence minister Sergei Shoigu ordered troops to withdraw from Kherson. Ukraine waits.": [
        ("Russia", "Kherson")
    ],
    "The Congolese army took Sake. Ituri's forces said they had withdrawn from Goma.": [
        ("Ituri's forces", "Goma")
    ],
    "Houthi fighters took the airport of Aden. President Hadi fled; aides denied he had left Aden.": [
        (None, "Aden")
    ],
    "M23 seized Sake, with Congo's army spokesman saying they had withdrawn.": [
        ("Congolese government", "Sake")
    ],
    "The rebels took Ber and, after a deal, gave the army safe passage to Gao for its withdrawal.": [],
    "The army took Sake and the M23 rebels after losing many men fled Masisi.": [("M23", "Masisi")],
    "M23 seized Sake but they retreated after an hour, Congo's army said.": [("M23", "Sake")],
}


@pytest.mark.parametrize("text", LEFT)
def test_who_leaves_what(text: str) -> None:
    claims = [one for one in read(text) if one.claim.type is EventType.WITHDRAWAL]
    assert [(one.actor, plain(one.place_name)) for one in claims] == LEFT[text]


BEFORE_OTHERS_CAME = {
    "Ukrainian forces entered Kherson on Friday after Russian troops withdrew, residents said.": [False],
    "After the army fled, M23 moved into Goma on Monday.": [False],
    "M23 entered Goma after the army retreated to Sake.": [False],
    "M23 entered Goma after the army withdrew, a priest in Bukavu said.": [True],
    "Residents fled Goma after the army withdrew.": [True],
}


@pytest.mark.parametrize("text", BEFORE_OTHERS_CAME)
def test_who_left_before_others_entered_left_that_place(text: str) -> None:
    """The one that the sentence names; else, and beside another event, the place is inferred."""
    left = [one for one in read(in_report(text)) if one.claim.type is EventType.WITHDRAWAL]
    assert [one.inferred for one in left] == BEFORE_OTHERS_CAME[text]


HOW_MANY = {
    "The army withdrew from Goma.": ["exact"],
    "The last soldiers withdrew from Goma.": ["exact"],
    "Some M23 fighters left Goma on Monday.": ["part"],
    "Hundreds of M23 fighters left Goma.": ["part"],
    "A Congolese battalion withdrew from Goma.": ["part"],
    "M23 began withdrawing from Goma on Wednesday.": ["part"],
    "M23 has started to pull out of Goma.": ["part"],
    "M23 pulled back from Goma but returned hours later.": [],
    "Armenians fled Stepanakert in their thousands.": [],
    "The Armenians withdrew from Stepanakert.": ["exact"],
}


@pytest.mark.parametrize("text", HOW_MANY)
def test_some_who_leave_leave_the_place_to_the_others(text: str) -> None:
    left = [one for one in read(in_report(text)) if one.claim.type.value == "withdrawal"]
    assert [one.precision.value for one in left if one.precision] == HOW_MANY[text]


@pytest.mark.parametrize("text", ["M23 fighters are still in Goma.", "M23 fighters remain in Goma."])
def test_who_is_still_there_is_inside(text: str) -> None:
    assert [one.claim.type.value for one in read(in_report(text))] == ["entry"]


BACK = {
    "The Taliban returned to Kunduz on Sunday.": ["entry"],
    "The army recaptured Kunduz but the Taliban returned at night.": ["capture", "entry"],
    "Residents returned to Kunduz.": [],
    "The Taliban have not returned to Kunduz.": [],
    "The army captured Kunduz and returned the bodies.": ["capture"],
}


@pytest.mark.parametrize("text", BACK)
def test_who_returns_is_inside(text: str) -> None:
    told = [one.claim.type.value for one in read(in_report(text))]
    assert sorted(told) == BACK[text]
