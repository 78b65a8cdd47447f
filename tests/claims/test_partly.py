"""What is denied only of the whole, said of neither of two, or held for a part of each day."""

from __future__ import annotations

import pytest
from readings import in_report, plain, read

from whoholds.control.positions import leaves_open, position_of


def told(text: str) -> list[tuple[str, str | None, str, str]]:
    found = read(in_report(text))
    return [(c.claim.type.value, c.actor, plain(c.place_name), c.claim.factuality.value) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Neither the army nor the RSF controls Nyala.",
        "Neither the army nor the RSF control Nyala, residents said.",
        "Neither the army nor the RSF holds the town of Nyala.",
        "Nyala is controlled by neither the army nor the RSF.",
        "Residents said neither the army nor the RSF held Nyala.",
    ],
)
def test_neither_holds_it(text: str) -> None:
    holds = {actor: fact for kind, actor, _, fact in told(text) if kind == "hold"}
    assert holds == {"Sudanese government": "denied", "Rapid Support Forces": "denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Neither the army nor the RSF has captured Nyala.",
        "Neither the rebels nor government forces had taken Nyala by Monday.",
        "IS does not control all of Raqqa.",
        "IS does not hold the whole of Raqqa.",
        "The army does not fully control Nyala.",
        "The army does not control the entire town of Nyala.",
        "The army is not in full control of Nyala.",
        "Nyala is not fully under the control of the army.",
        "Nyala is not entirely in army hands.",
        "The RSF have not completely surrounded El Fasher.",
        "The army has not yet retaken all of Nyala.",
        "Not all of Nyala is under army control.",
        "The rebels control the city of Goma by night, the army by day.",
        "The army controls Nyala by day and the RSF by night.",
        "By day the army controls Nyala; at night the RSF rules.",
        "By night, the rebels control Goma.",
        "The RSF hold Nyala after dark.",
        "The army holds Nyala during the day, residents said.",
        "Only three of Ghor's ten districts remain under army control.",
        "The army holds two of the districts of Ghor.",
    ],
)
def test_nobodys_plain_hold(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear whether the army or the RSF control Nyala.",
        "It was unclear if the army or the rebels held Nyala.",
        "Whether the army or the RSF hold Nyala is unclear.",
        "It remains unclear whether the RSF or the army controls Nyala, aid workers said.",
    ],
)
def test_one_of_two_holds_it(text: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.actor, claim.claim.factuality.value, leaves_open(claim)) == (None, "possible", True)


@pytest.mark.parametrize(
    ("text", "kind", "fact"),
    [
        ("The army does not control Nyala.", "hold", "denied"),
        ("The army does not control Nyala at all.", "hold", "denied"),
        ("The army no longer holds Nyala.", "hold", "denied"),
        ("The army controls all of Nyala.", "hold", "certain"),
        ("The army fully controls Nyala.", "hold", "certain"),
        ("The town of Nyala has not fallen completely.", "hold", "certain"),
        ("The army took control of Nyala at night.", "capture", "certain"),
        ("The army held Nyala on Sunday night, residents said.", "hold", "certain"),
        ("The army controls Nyala, where shots are heard at night.", "hold", "certain"),
    ],
)
def test_what_stays(text: str, kind: str, fact: str) -> None:
    assert [(one, value) for one, _, _, value in told(text)] == [(kind, fact)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The rebels control Goma, in eastern Congo.", ["Goma"]),
        ("The rebels hold Bunagana, in North Kivu province.", ["Bunagana"]),
        ("The RSF hold Nyala, in South Darfur, and El Fasher.", ["Nyala", "El Fasher"]),
        ("The army holds Kadugli and Dilling, in South Kordofan state.", ["Kadugli", "Dilling"]),
    ],
)
def test_what_a_place_lies_in_is_not_held(text: str, names: list[str]) -> None:
    assert [place for _, _, place, _ in told(text)] == names


SHORT = {
    "The Taliban briefly captured Kunduz on Sunday.": [],
    "Kunduz was temporarily held by the Taliban in July.": [],
    "The Taliban briefly captured Kunduz but the army retook the city.": ["capture", "capture"],
    "The Taliban, who spoke briefly, captured Kunduz.": ["capture"],
    "The Taliban captured Aqcha, a suburb of Kunduz.": ["capture"],
    "White flags were raised over Kunduz as the Taliban came.": ["capture"],
    "Soldiers raised white flags over Kunduz.": [],
    "The Taliban have entered the final phase of their campaign in Kunduz.": [],
}


@pytest.mark.parametrize("text", SHORT)
def test_what_was_held_for_a_short_while_is_held_no_longer(text: str) -> None:
    kinds = [kind for kind, *_ in told(text) if kind in ("capture", "hold", "entry")]
    assert kinds == SHORT[text]


GONE = {
    "The Taliban raided Kunduz on Sunday, killing ten soldiers.": False,
    "The Taliban attacked Kunduz on Sunday and then withdrew.": False,
    "The Taliban entered Kunduz and stayed for hours before leaving.": False,
    "The Taliban attacked Kunduz on Sunday.": True,
    "The Taliban entered Kunduz on Sunday.": True,
    "The Taliban entered Kunduz before soldiers left.": True,
}


@pytest.mark.parametrize("text", GONE)
def test_who_has_gone_again_contests_nothing(text: str) -> None:
    first = next(c for c in read(in_report(text)) if c.claim.type.value in ("clash", "entry"))
    assert (position_of(first) is not None) is GONE[text]
