"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.text.sentences import find_sentences

TABLE = [
    ("", []),
    ("   \n\n  ", []),
    ("The city fell. The army left.", ["The city fell.", "The army left."]),
    ("A headline\nThe city fell.", ["A headline", "The city fell."]),
    ("A headline\n\nthe city fell", ["A headline", "the city fell"]),
    ("The army left the\ncity on Monday. It fell.", ["The army left the\ncity on Monday.", "It fell."]),
    ("“It fell.” He left.", ["“It fell.”", "He left."]),
    ("“It fell. They fled,” he said.", ["“It fell.", "They fled,” he said."]),
    ('"Has it fallen?" he asked.', ['"Has it fallen?" he asked.']),
    ("Lt. Col. J. R. Smith of the U.S. Army left.", ["Lt. Col. J. R. Smith of the U.S. Army left."]),
    ("They flew to the U.S. The army stayed.", ["They flew to the U.S.", "The army stayed."]),
    ("It fell at 5 p.m. local time.", ["It fell at 5 p.m. local time."]),
    ("It cost 1.5 million. Nobody paid.", ["It cost 1.5 million.", "Nobody paid."]),
    ("They waited ... and then left. Good.", ["They waited ... and then left.", "Good."]),
    ("They waited… Then they left.", ["They waited…", "Then they left."]),
    ("- One town fell\n- Two held", ["- One town fell", "- Two held"]),
    ("1. One town fell.\n2. Two held.", ["1. One town fell.", "2. Two held."]),
    ("It fell on the 5th.The army left.", ["It fell on the 5th.The army left."]),
    ("They began the attack.The army left.", ["They began the attack.", "The army left."]),
    ("KABUL, Aug. 8 (Reuters) - The city fell.", ["KABUL, Aug. 8 (Reuters) - The city fell."]),
    ("15-02-2016 Dozens killed in Aleppo. It fell.", ["15-02-2016", "Dozens killed in Aleppo.", "It fell."]),
    ("城市陷落。军队撤退。", ["城市陷落。", "军队撤退。"]),
]


@pytest.mark.parametrize(("text", "parts"), TABLE)
def test_sentences_of_a_text(text: str, parts: list[str]) -> None:
    assert [span.of(text) for span in find_sentences(text)] == parts


@given(st.text(alphabet=st.sampled_from("aB .\n\t!?…\"”“'’)(-•1,;:。\r\u2028\u00a0\u200b") | st.characters()))
def test_sentences_hold_every_character_once(text: str) -> None:
    spans = find_sentences(text)
    assert list(spans) == sorted(spans)
    covered = [at for span in spans for at in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert set(covered) >= {at for at, character in enumerate(text) if not character.isspace()}
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
