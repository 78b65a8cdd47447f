"""The parties: whole, dated, each read in a sentence of its own; and those of the user's own file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from readings import in_report, read

from whoholds.errors import InputError
from whoholds.gazetteer import load_gazetteer
from whoholds.lexicon import read_ontology
from whoholds.method import method_name
from whoholds.party_list import OWN_FILE, Party, own_parties, parties

AT_LEAST = 150
LATER = date(2025, 6, 30)


def test_there_are_many_parties_each_with_a_reference_and_a_sample() -> None:
    assert len(parties()) >= AT_LEAST
    assert [party.name for party in parties() if not party.reference or not party.sample] == []
    assert all(party.state_until is None or party.kind in ("government", "rebels") for party in parties())


@pytest.mark.parametrize("party", list(parties()), ids=lambda party: party.name)
def test_a_party_is_read_in_its_sample(party: Party) -> None:
    on = min(day for day in (party.until, party.state_until, LATER) if day is not None)
    assert party.name in [claim.actor for claim in read(in_report(party.sample), on)]


NAMED = {
    "Taliban": "Taliban",
    "the taliban": "Taliban",
    "FARDC": "Congolese government",
    "  RSF ": "Rapid Support Forces",
    "rebels": None,
    "": None,
}


@pytest.mark.parametrize("words", NAMED)
def test_parties_by_any_of_their_names(words: str) -> None:
    found = parties().named(words)
    assert (found.name if found else None) == NAMED[words]


def test_a_party_by_its_plain_name_only() -> None:
    assert parties().get("M23") is not None
    assert parties().get("m23") is None


GOVERNMENTS = [
    ("AF", date(2021, 8, 8), ["Afghan government"]),
    ("AF", date(2021, 8, 15), ["Afghan government"]),
    ("AF", date(2021, 8, 16), ["Taliban"]),
    ("AF", date(2021, 9, 1), ["Taliban"]),
    ("AF", None, ["Afghan government"]),
    ("ML", date(2023, 11, 14), ["Malian government"]),
    ("LY", date(2011, 1, 1), ["Gaddafi government"]),
    ("LY", date(2012, 1, 1), ["National Transitional Council"]),
    ("LY", date(2019, 5, 1), ["Government of National Accord"]),
    ("SY", date(2024, 12, 8), ["Syrian government"]),
    ("SY", date(2025, 1, 1), ["Syrian transitional government"]),
    ("XX", date(2021, 8, 8), []),
]


@pytest.mark.parametrize(("country", "on", "names"), GOVERNMENTS)
def test_who_governs_a_state_on_a_day(country: str, on: date | None, names: list[str]) -> None:
    assert [party.name for party in parties().governments(country, on)] == names


OWN = """
[[party]]
name = "Sky Brigade"
kind = "militia"
countries = ["ML"]
aliases = ["Skymen"]
since = 2020
allies = ["Malian government"]

[[party]]
name = "JNIM"
aliases = ["the Katiba of the Hills"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "parties.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def test_a_file_of_ones_own_adds_parties_and_names(own: Path) -> None:
    known = own_parties(own)
    assert len(known) == len(parties()) + 1
    assert known.get("Sky Brigade") == Party(
        "Sky Brigade", "militia", ("ML",), ("Skymen",), since=date(2020, 1, 1), allies=("Malian government",)
    )
    jnim, built_in = known.named("the Katiba of the Hills"), parties().get("JNIM")
    assert jnim is not None
    assert built_in is not None
    assert (jnim.name, jnim.kind, jnim.sample) == ("JNIM", built_in.kind, built_in.sample)
    assert jnim.aliases[:-1] == built_in.aliases


def test_ones_own_parties_are_read_and_make_another_method(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = method_name(load_gazetteer())
    unknown = read(in_report("The Skymen fighters captured Kidal."))
    assert [claim.actor for claim in unknown] == ["Skymen fighters"]
    monkeypatch.setenv(OWN_FILE, str(own))
    assert method_name(load_gazetteer()) != before
    assert [claim.actor for claim in read(in_report("The Skymen captured Kidal."))] == ["Sky Brigade"]


WRONG = {
    "x = [": "is not valid TOML",
    "party = 3": "has no list of parties",
    "[[party]]\nname = 'A'": "lacks kind",
    "[[party]]\nname = ''\nkind = 'rebels'\ncountries = []": "name of the party '' must be words",
    "[[party]]\nname = 'A'\nkind = 'gang'\ncountries = ['ML']": "has the kind 'gang'",
    "[[party]]\nname = 'A'\nkind = 'rebels'\ncountries = ['Mali']": "ISO 3166-1",
    "[[party]]\nname = 'A'\nkind = 'rebels'\ncountries = 'ML'": "must be a list of words",
    "[[party]]\nname = 'A'\nkind = 'rebels'\ncountries = []\ncolour = 'red'": "unknown field 'colour'",
    "[[party]]\nname = 'A'\nkind = 'rebels'\ncountries = []\nsince = 'May'": "must be a day",
    "[[party]]\nname = 'A'\nkind = 'rebels'\ncountries = []\nsince = 2020\nuntil = 2010": "before it begins",
    "[[party]]\nname = 'A'\nkind = 'rebels'\ncountries = []\ncalled = ['foes']": "is called 'foes'",
    "[[party]]\nname = 'A'\nkind = 'rebels'\ncountries = []\nallies = ['B']": "the ally 'B'",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_file_of_ones_own_is_refused_with_the_reason(text: str, tmp_path: Path) -> None:
    file = tmp_path / "parties.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=WRONG[text]):
        own_parties(file)


def test_a_missing_file_of_ones_own_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml cannot be read"):
        own_parties(tmp_path / "none.toml")


NAMES_OF_TWO = [(date(2015, 7, 1), "Syrian government"), (date(2025, 7, 1), "Syrian transitional government")]


@pytest.mark.parametrize(("on", "government"), NAMES_OF_TWO)
def test_a_name_that_two_governments_bore_means_that_of_the_day(on: date, government: str) -> None:
    (claim,) = read(in_report("The Syrian army captured Suwayda."), on)
    assert claim.actor == government


def test_every_vague_name_is_a_name_of_a_party() -> None:
    vague = read_ontology("party_words")["vague"]["words"]
    assert [word for word in vague if parties().named(word) is None] == []


ENTRY = '[[party]]\nname = "{name}"\nkind = "rebels"\ncountries = ["MM"]\n'


@pytest.mark.parametrize(
    ("aliases", "told"),
    [
        ('["the army"]', "'the army' of the party 'X Front' is said of many"),
        ('["the"]', "said of many"),
        ('["Taliban"]', "means 'Taliban'"),
    ],
)
def test_an_alias_that_means_others_is_refused(tmp_path: Path, aliases: str, told: str) -> None:
    """It would make every army of the world this party."""
    file = tmp_path / "own.toml"
    file.write_text(ENTRY.format(name="X Front") + f"aliases = {aliases}\n", encoding="utf-8")
    with pytest.raises(InputError, match=told):
        own_parties(file)


def test_a_party_that_stands_twice_in_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(ENTRY.format(name="X Front") * 2, encoding="utf-8")
    with pytest.raises(InputError, match="'X Front' stands there twice"):
        own_parties(file)
