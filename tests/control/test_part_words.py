"""Which part of a place the words of a quotation name, and how much of it they mean."""

from __future__ import annotations

import pytest

from whoholds.control.part_words import Quoted, Stretch, kind_of_name, kinds, parts_named, share_named
from whoholds.control.parts import kinds_told, part_place
from whoholds.database import read_claims
from whoholds.lexicon import read_lexicon


def quoted(text: str, whole: str = "Gao", trigger: str | None = None, said: str | None = None) -> Quoted:
    def where(words: str | None) -> Stretch | None:
        at = text.find(words) if words else -1
        return Stretch(at, at + len(words)) if words and at >= 0 else None

    return Quoted(text, where(whole), where(said), where(trigger))


NAMED = [
    ("Rebels captured the airport in Gao.", "captured", ("airport",)),
    ("Rebels captured the old military airport of the northern city of Gao.", "captured", ("airport",)),
    ("Rebels captured Gao airport.", "captured", ("airport",)),
    ("Rebels captured Gao's central prison.", "captured", ("prison",)),
    ("The governor’s palace in Gao was captured.", "captured", ("governor",)),
    ("Rebels captured the dam and the police station in Gao.", "captured", ("dam", "police_headquarters")),
    ("Rebels captured the bridge, the port and the market of Gao.", "captured", ("bridge", "port", "market")),
    ("Rebels captured the prison in the centre of Gao.", "captured", ("prison",)),
    ("Rebels captured a base in Gao.", "captured", ()),
    ("Rebels captured another army base in Gao.", "captured", ()),
    ("Rebels captured two bases in Gao.", "captured", ()),
    ("Rebels captured the Firhoun base in Gao.", "captured", ()),
    ("Rebels captured the US base in Gao.", "captured", ("base",)),
    ("Rebels attacked a large new army supply base in Gao.", "attacked", ()),
    ("Rebels captured Heroes' Square in Gao.", "captured", ()),
    ("The prison in Gao was then captured.", "captured", ("prison",)),
    ("Rebels captured all army headquarters in Gao.", "captured", ()),
    ("Rebels captured Gao and the base was burnt.", "captured", ()),
    ("Rebels captured Gao while the army left for the airport.", "captured", ()),
    ("Rebels captured the mine while the army kept the base in Gao.", "captured", ()),
    ("Rebels captured the mine while the army kept the base in Gao.", "kept", ("base",)),
    ("Rebels captured Gao.", "captured", ()),
    ("Rebels captured the database in Gao.", "captured", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), NAMED)
def test_the_parts_that_words_name(text: str, trigger: str, expected: tuple[str, ...]) -> None:
    assert tuple(one.kind for one in parts_named(quoted(text, trigger=trigger))) == expected


HOW = [
    ("Clashes went on near the airport in Gao.", "near"),
    ("Clashes went on around the old airport in Gao.", "near"),
    ("Clashes went on in parts of the airport in Gao.", "piece"),
    ("Clashes went on at the airport in Gao.", "in"),
]


@pytest.mark.parametrize(("text", "how"), HOW)
def test_how_it_lies_to_the_part(text: str, how: str) -> None:
    assert [one.how for one in parts_named(quoted(text))] == [how]


def test_words_that_point_to_a_part_of_a_place_named_before() -> None:
    (found,) = parts_named(quoted("The army still holds the airport.", "", said="airport"))
    assert (found.kind, found.tied) == ("airport", False)
    (tied,) = parts_named(quoted("The army controls the airport in Gao.", said="airport"))
    assert tied.tied
    (pointing,) = parts_named(quoted("The army controls the airport in the city.", "", said="city"))
    assert pointing.kind == "airport"
    assert parts_named(quoted("The army still holds an airport.", "", said="airport")) == ()
    assert parts_named(quoted("The army holds the airport.", "")) == ()


LISTS = [
    ("They seized the prison and the bridge on Sunday.", "seized", "prison", ("prison", "bridge")),
    ("They seized the prison, the dam and the bridge.", "seized", "prison", ("prison", "dam", "bridge")),
    ("They seized the dam and the prison.", "seized", "prison", ("dam", "prison")),
    ("Clashes began, only the prison is still held.", "Clashes", "prison", ()),
    ("They seized the prison and the bridge was burnt.", "seized", "prison", ("prison",)),
    ("They seized the prison, but the bridge on Sunday.", "seized", "prison", ("prison",)),
    ("The prison and the bridge were seized.", "seized", "prison", ("prison", "bridge")),
    ("The prison and the bridge, which burnt, were seized.", "seized", "prison", ()),
]


@pytest.mark.parametrize(("text", "trigger", "said", "expected"), LISTS)
def test_a_list_of_parts_after_words_that_point(
    text: str, trigger: str, said: str, expected: tuple[str, ...]
) -> None:
    found = parts_named(quoted(text, "", trigger=trigger, said=said))
    assert tuple(one.kind for one in found) == expected


SHARES = [
    ("Rebels hold most of Gao.", "most"),
    ("Rebels hold almost all of the city of Gao.", "most"),
    ("Rebels hold large parts of Gao.", "share"),
    ("Rebels hold 80 percent of Gao.", "share"),
    ("Rebels hold 51.5 % of the town of Gao.", "share"),
    ("Rebels hold 50 percent of Gao.", "small"),
    ("Rebels hold a third of Gao.", "small"),
    ("Rebels hold more than half of Gao.", "share"),
    ("Rebels hold all of Gao, except for the airport.", "most"),
    ("Rebels hold half of Gao, except for the airport.", "small"),
    ("Except for the rebels nobody holds Gao.", None),
    ("Rebels hold Gao.", None),
    ("Rebels, most of them from Gao, fled.", None),
]


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_how_much_of_a_place_is_meant(text: str, expected: str | None) -> None:
    assert share_named(quoted(text)) == expected


NAMES = [
    ("Kunduz airport", ("Kunduz", "airport")),
    ("Kunduz's air base", ("Kunduz", "base")),
    ("the airport in Kunduz", ("Kunduz", "airport")),
    ("police headquarters of Lashkar Gah", ("Lashkar Gah", "police_headquarters")),
    ("Imam Sahib district centre", ("Imam Sahib", "district_centre")),
    ("the airport", None),
    ("Kunduz", None),
    ("Port Sudan", None),
    ("Airport Road", None),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_what_a_name_of_a_part_consists_of(name: str, expected: tuple[str, str] | None) -> None:
    assert kind_of_name(name) == expected


@pytest.mark.parametrize("kind", list(kinds()))
def test_the_example_of_every_kind(kind: str) -> None:
    """Read from text: the claim at the town that the example gives tells of this part of it."""
    table = read_lexicon("en", "parts")[kind]
    (claim,) = read_claims(table["example"], published="2021-08-09")
    assert claim.place is not None
    assert kinds_told(claim) == (kind,)
    assert part_place(claim.place, kinds()[kind]).name == table["part"]


@pytest.mark.parametrize("kind", list(kinds()))
def test_every_word_of_every_kind_is_found(kind: str) -> None:
    for word in kinds()[kind].words:
        text = f"Rebels captured the {word} in Gao."
        assert [one.kind for one in parts_named(quoted(text, trigger="captured"))] == [kind], word


def test_no_word_means_two_kinds() -> None:
    words = [word for kind in kinds().values() for word in kind.words]
    assert len(words) == len(set(words))


def test_every_table_of_words_has_an_example_with_one_of_them() -> None:
    for name, table in read_lexicon("en", "part_words").items():
        assert any(word in table["example"] for word in table["words"]), name
