"""What is shown can neither steer the terminal nor turn the reading round; JSON stays the same data."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import run_command

from whoholds.cli.printable import cut, printable, printable_lines, to_json

HOSTILE = (
    "Taliban fighters captured Kunduz on Sunday, residents told "
    "[bold red]Radio[/] \x1b[31mX\x1b]0;title\x07 \u202eagain\u202c\x9b2J."
)
ANY = st.text(st.characters(), max_size=60) | st.text(
    st.sampled_from("ab \t\n\r\x1b\x9b\u202e\u2066\u2028\ud800é"), max_size=30
)


def steers(character: str) -> bool:
    """True for a control, a direction mark or half a character."""
    return unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("two\n lines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\u202eb\u202cc", "abc"),
        ("half \ud83d", "half \ufffd"),
        ("کابل\u200cها", "کابل\u200cها"),
    ],
)
def test_printable(given_text: str, shown: str) -> None:
    """One line, safe; joiners that words need stay."""
    assert printable(given_text) == shown


@given(ANY)
def test_nothing_shown_steers(text: str) -> None:
    """On one line, on several, cut."""
    assert not any(map(steers, printable(text)))
    assert not any(steers(one) for one in printable_lines(text) if one not in "\n\t")
    assert len(cut(text, 10)) <= 10


@given(
    st.recursive(
        ANY | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(ANY, inner),
        max_leaves=8,
    )
)
def test_json_is_the_same_data_and_safe(value: object) -> None:
    """Parsed it is what was given; written it is valid UTF-8 on one line without anything that steers."""
    text = to_json(value)
    assert json.loads(text) == value
    assert text.encode("utf-8")
    assert not any(map(steers, text))


@pytest.mark.parametrize("words", [("claims", "-", "--published", "2021-08-09"), ("add", "-")])
def test_a_hostile_report_is_shown_as_it_is(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Its markup is not interpreted, its controls do not reach the terminal."""
    ran = run_command(*words, "--db", tmp_path / "a.db", given=HOSTILE)
    assert ran.exit_code == 0
    assert not any(steers(one) for one in ran.stdout + ran.stderr if one != "\n")
    if words[0] == "claims":
        assert "[bold red]Radio[/]" in ran.stdout
