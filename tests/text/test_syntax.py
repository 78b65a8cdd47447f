"""Questions to a parse: who does what to whom, whatever the voice."""

from __future__ import annotations

import pytest

from whoholds.model import Span
from whoholds.text.parse import parse_sentences
from whoholds.text.syntax import agent, conjuncts, is_passive, objects, prepositions, subject, surface_subject
from whoholds.text.tokens import Token


def token(text: str, word: str) -> Token:
    (parsed,) = parse_sentences(text, [Span(0, len(text))])
    return next(t for t in parsed.doc if t.text == word)


SUBJECTS = [
    ("The rebels captured the town.", "captured", "rebels"),
    ("The town was captured by the rebels.", "captured", "rebels"),
    ("The rebels entered and captured the town.", "captured", "rebels"),
    ("The rebels tried to capture the town.", "capture", "rebels"),
    ("The shells forced the army to leave the town.", "leave", "army"),
    ("The rebels, who captured the town, left.", "captured", "rebels"),
    ("The town captured by the rebels burned.", "captured", "rebels"),
]


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS)
def test_who_does_it(text: str, verb: str, expected: str) -> None:
    found = subject(token(text, verb))
    assert found is not None
    assert found.text == expected


OBJECTS = [
    ("The rebels captured the town.", "captured", ["town"]),
    ("The town was captured by the rebels.", "captured", ["town"]),
    ("The town which the rebels captured burned.", "captured", ["town"]),
    ("The town was overrun by the rebels.", "overrun", ["town"]),
    ("The rebels left.", "left", []),
]


@pytest.mark.parametrize(("text", "verb", "expected"), OBJECTS)
def test_to_what_it_is_done(text: str, verb: str, expected: list[str]) -> None:
    assert [found.text for found in objects(token(text, verb))] == expected


@pytest.mark.parametrize(
    ("text", "word", "passive"),
    [
        ("The town was captured.", "captured", True),
        ("The town captured by rebels burned.", "captured", True),
        ("They captured the town.", "captured", False),
    ],
)
def test_the_voice(text: str, word: str, passive: bool) -> None:
    assert is_passive(token(text, word)) is passive


def test_prepositions_over_other_words() -> None:
    verb = token("The army pulled out of the town on Sunday.", "pulled")
    assert {(word, noun.text) for word, noun in prepositions(verb)} >= {("of", "town"), ("on", "Sunday")}


def test_what_is_joined() -> None:
    noun = token("They took the bridge, the port and the mill.", "bridge")
    assert [one.text for one in conjuncts(noun)] == ["bridge", "port", "mill"]


def test_nobody_does_it() -> None:
    verb = token("The town was captured.", "captured")
    assert agent(verb) is None
    assert subject(verb) is None
    assert surface_subject(verb) is not None
