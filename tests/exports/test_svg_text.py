"""Words in drawings: what hostile names become, and how lines are broken."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.exports.svg_text import clean, isolated, quoted, width_of, wrapped


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kunduz", "Kunduz"),
        ("  two \n lines\t", "two lines"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("علی\u200cآباد", "علی\u200cآباد"),  # the joiner is a part of the name
        ("null \x00 bell \x07", "null bell"),
        ("lone \ud800 half", "lone half"),
        ("not \uffff a letter \ufffe", "not a letter"),
        ("a" * 200, "a" * 79 + "…"),
        ("", ""),
    ],
)
def test_clean(words: str, expected: str) -> None:
    assert " ".join(clean(words).split()) == expected


@given(st.text(st.characters(), max_size=300))
def test_any_words_are_well_formed_and_inert(words: str) -> None:
    text = quoted(isolated(words))
    read = ElementTree.fromstring(f'<text a="{text}">{text}</text>')
    assert len(read) == 0
    assert (read.text or "").count("\u2068") == (read.text or "").count("\u2069") == 1
    assert read.get("a") == read.text


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.floats(30, 400))
def test_lines_hold_all_words(words: str, wide: float) -> None:
    plain = clean(words, 300)
    lines = list(wrapped(plain, 12, wide))
    assert " ".join(lines).split() == plain.split()
    for line in lines:
        assert " " not in line.strip() or width_of(line, 12) <= wide


def test_a_name_is_not_broken() -> None:
    name = isolated("North Kivu rebels")
    lines = list(wrapped(f"{name}: 12 held, 3 leaning", 12, 60))
    assert lines[0].startswith(name)


def test_widths() -> None:
    assert width_of("iii", 12) < width_of("mmm", 12)
    assert width_of("北京", 10) == 20
    assert width_of("\u2068\u2069\u200c", 10) == 0
