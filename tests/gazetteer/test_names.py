"""Names in text: which are found, where exactly, and which are ordinary words too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.gazetteer import Gazetteer, fold, load_gazetteer

_AF = [
    "Kunduz",
    "Kandahar",
    "Herat",
    "Ghazni",
    "Jalalabad",
    "Zaranj",
    "Aibak",
    "Aybak",
    "Taleqan",
    "Taluqan",
    "Taloqan",
    "Sheberghan",
    "Shibirghan",
]
_SPELLINGS = [
    *((name, "AF") for name in _AF),
    *((name, "AF") for name in ("Mazar-e-Sharif", "Mazar-i-Sharif", "Mazar-e Sharif", "Mazari Sharif")),
    *(
        (name, "AF")
        for name in ("Sar-e-Pul", "Sar-i-Pul", "Sar-e Pol", "Pul-e-Khumri", "Pul-i-Khumri", "Samangan")
    ),
    *(
        (name, "AF")
        for name in ("Lashkar Gah", "Lashkargah", "Ferozkoh", "Feroz Koh", "Chaghcharan", "Fayzabad")
    ),
    *(
        (name, "AF")
        for name in ("Qala-e-Naw", "Qala-i-Naw", "Tarin Kowt", "Tarin Kot", "Tirin Kot", "Maidan Shahr")
    ),
    *(
        (name, "AF")
        for name in ("Maidan Shar", "Spin Boldak", "Islam Qala", "Hairatan", "Sher Khan Bandar", "Torkham")
    ),
    *(
        (name, "AF")
        for name in ("Kunduz Airport", "Bagram", "Nimroz", "Nimruz", "Helmand", "Hilmand", "Panjshir")
    ),
    *(
        (name, "UA")
        for name in ("Avdiivka", "Avdiyivka", "Kyiv", "Kiev", "Sievierodonetsk", "Donetsk Oblast", "Crimea")
    ),
    *(
        (name, "SY")
        for name in ("Aleppo", "Idlib", "Deir ez-Zor", "Deir al-Zor", "Deir Ezzor", "al-Bab", "Qamishli")
    ),
    *((name, "SY") for name in ("Maaret al-Numan", "Tal Rifaat", "Eastern Ghouta", "Foua", "Ras al-Ain")),
    ("Shusha", "AZ"),
    ("Stepanakert", "AZ"),
    *((name, "CD") for name in ("Minova", "Kitshanga", "Kitchanga")),
    *((name, "SD") for name in ("Um Rawaba", "Umm Rawaba")),
    ("Khiam", "LB"),
    ("Kidal", "ML"),
    ("N'Djamena", "TD"),
    ("N’Djamena", "TD"),
    ("El-Fasher", "SD"),
    ("Hodeidah", "YE"),
    ("Hawija", "IQ"),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(("name", "country"), _SPELLINGS)
@pytest.mark.parametrize(
    "sentence", ["Fighters entered {} on Sunday.", "{}’s governor fled", "({}) — 🙂 ", "x {}\n"]
)
def test_usual_spellings_are_found(gazetteer: Gazetteer, name: str, country: str, sentence: str) -> None:
    text = sentence.format(name)
    hits = [hit for hit in gazetteer.names_in(text) if hit.span.of(text) == name]
    assert len(hits) == 1
    assert country in {place.country for i in hits[0].places if (place := gazetteer.get(i))}
    assert set(hits[0].places) <= {place.id for place in gazetteer.named(name)}
    assert not hits[0].common


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "from Mazar-e-Sharif to Kunduz, Taloqan and Kabul",
            ["Mazar-e-Sharif", "Kunduz", "Taloqan", "Kabul"],
        ),
        ("a Kunduz-based trader", ["Kunduz"]),
        ("the kunduz rug, kunduzi", []),
        ("Kunduzi people", []),
        ("Deir\nez-Zor", ["Deir\nez-Zor"]),
        ("Kabul. Kunduz", ["Kabul", "Kunduz"]),
        ("out of Kabul. Airport staff left", ["Kabul"]),
        ("out of Kabul\n\nAirport staff left", ["Kabul"]),
        ("Kabul, Afghanistan", ["Kabul", "Afghanistan"]),
        ("in St. Petersburg", ["St. Petersburg"]),
        ("near Sar-e-pul", ["Sar-e-pul"]),
        ("UND and TQN are codes of airports", []),
        ("kun dou shi", []),
        ("Kunduz\u200e’s", ["Kunduz\u200e"]),
        ("in Ku\u0301nduz now", ["Ku\u0301nduz"]),
        ("في قندوز", ["قندوز"]),
    ],
)
def test_boundaries_case_and_length(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    found = [hit.span.of(text) for hit in gazetteer.names_in(text) if not hit.common]
    assert found == names


@pytest.mark.parametrize(
    "word",
    [
        "Since",
        "May",
        "Central",
        "March",
        "Police",
        "Army",
        "Union",
        "Media",
        "Friday",
        "Sunday",
        "Battle",
        "Victory",
        "Reading",
        "Mobile",
        "Nice",
        "Most",
        "Bar",
        "Split",
        "Taliban",
        "Victoria",
        "Hassan",
    ],
)
def test_ordinary_words_are_marked(gazetteer: Gazetteer, word: str) -> None:
    assert all(hit.common for hit in gazetteer.names_in(f"and {word} too"))


def test_words_of_two_letters_are_never_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.names_in("Of On In At Ab Io Å Ee") == []


@given(st.text())
def test_spans_are_exact_in_any_text(text: str) -> None:
    gazetteer = load_gazetteer()
    last = 0
    for hit in gazetteer.names_in(text):
        assert last <= hit.span.start < hit.span.end <= len(text)
        assert set(hit.places) <= {place.id for place in gazetteer.named(hit.span.of(text))}
        last = hit.span.end


@given(st.text(st.characters(exclude_categories=("L", "M", "N", "Cf", "Pc", "Lm", "Sk"))), st.text())
def test_a_name_is_found_behind_anything_that_is_no_letter(before: str, after: str) -> None:
    text = f"{before} Авдіївка ß ﬁ {before}Taloqan, {after}"
    start = text.index("Taloqan")
    assert (start, start + 7) in {(hit.span.start, hit.span.end) for hit in load_gazetteer().names_in(text)}


def test_a_longer_name_hides_the_shorter_in_it(gazetteer: Gazetteer) -> None:
    text = "Kunduz Airport"
    assert [hit.span.of(text) for hit in gazetteer.names_in(text)] == [text]
    assert fold(text) == "kunduz airport"
