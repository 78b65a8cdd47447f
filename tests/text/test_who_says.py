"""Who says, thinks or wants what in a text, as users of the library get it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoholds import Attribution, find_attributions
from whoholds.lexicon import read_lexicon

Read = tuple[list[str], str, list[str], str]


def read(text: str) -> list[Read]:
    """Claimers, cue, content and kind in words."""
    return [
        (
            [who.of(text) for who in one.claimers],
            one.cue.of(text),
            [p.of(text) for p in one.content],
            one.kind,
        )
        for one in find_attributions(text)
    ]


CASES = [
    (
        "The mayor and two councillors said that rebels had left.",
        (["The mayor", "two councillors"], "said", ["that rebels had left"], "indirect"),
    ),
    (
        "“Rebels have left the town,” said the mayor.",
        (["the mayor"], "said", ["Rebels have left the town,"], "direct"),
    ),
    (
        "The mayor said the rebels had “left the town in shame and never looked back at it”.",
        (
            ["The mayor"],
            "said",
            ["the rebels had “left the town in shame and never looked back at it"],
            "mixed",
        ),
    ),
    (
        "Rebels have left, according to the mayor.",
        (["the mayor"], "according", ["Rebels have left"], "indirect"),
    ),
    (
        "The mayor wants to rebuild the bridge.",
        (["The mayor"], "wants", ["to rebuild the bridge"], "indirect"),
    ),
    (
        "The mayor has criticized the new law.",
        (["The mayor"], "criticized", ["the new law"], "indirect"),
    ),
    (
        "The law was criticized by teachers.",
        (["teachers"], "criticized", ["The law"], "indirect"),
    ),
    (
        "The mayor is afraid that the bridge will fall.",
        (["The mayor"], "afraid", ["that the bridge will fall"], "indirect"),
    ),
    (
        "The mayor's plan to rebuild the bridge is dear.",
        (["The mayor's"], "plan", ["to rebuild the bridge"], "indirect"),
    ),
    (
        "“Rebels took the bridge and burned the market.” — Anna Berg, the mayor",
        (["Anna Berg, the mayor"], "—", ["Rebels took the bridge and burned the market."], "direct"),
    ),
    ("He did not say whether rebels had left.", (["He"], "say", ["whether rebels had left"], "indirect")),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:50] for text, _ in CASES])
def test_one_attribution(text: str, wanted: Read) -> None:
    assert wanted in read(text)


def test_an_attribution_inside_another_is_given_too() -> None:
    text = "Officials said the army denied shelling the town."
    outer, inner = find_attributions(text)
    assert (outer.cue.of(text), inner.cue.of(text)) == ("said", "denied")
    assert inner.cue.within(outer.content[0])
    assert (outer.denies, inner.denies) == (False, True)


def test_pronouns_are_kept_as_written_and_said_whom_they_mean() -> None:
    text = "Governor Anna Berg said the bridge was safe. She hopes to open it."
    said, hopes = find_attributions(text)
    assert [who.of(text) for who in hopes.claimers] == ["She"]
    assert hopes.named == said.claimers


def test_who_is_as_written_and_stands_for_the_noun_before() -> None:
    text = "The mayor, who says that the bridge is safe, has left."
    [said] = find_attributions(text)
    assert [who.of(text) for who in said.claimers] == ["who"]
    assert [who.of(text) for who in said.named] == ["The mayor"]
    assert [part.of(text) for part in said.content] == ["that the bridge is safe"]


@pytest.mark.parametrize("line", read_lexicon("en", "attitudes")["grammar"]["examples"])
def test_the_grammar_of_attitudes(line: str) -> None:
    text, cue = line.split(" | ")
    found = [one.cue.of(text) for one in find_attributions(text) if one.attitude]
    assert found == ([cue] if cue else [])


def test_attitudes_can_be_left_out() -> None:
    text = "The mayor wants to rebuild the bridge. He said it would be dear."
    assert [one.attitude for one in find_attributions(text)] == [True, False]
    assert [one.cue.of(text) for one in find_attributions(text, attitudes=False)] == ["said"]


def test_what_is_told_inside_a_quotation_is_marked() -> None:
    text = "“I think that the bridge will be safe for many years,” the mayor said."
    assert {one.cue.of(text): one.quoted for one in find_attributions(text)} == {"think": True, "said": False}


def test_an_abbreviation_does_not_end_the_speakers_sentence() -> None:
    text = "“It is bad,” said Rep. G.K. Stone (D-N.C.), head of the group. “We will stay here.”"
    [said] = find_attributions(text)
    assert [part.of(text) for part in said.content] == ["It is bad,", "We will stay here."]


def test_each_paragraph_of_a_quotation_opens_with_a_straight_mark() -> None:
    text = 'The New York Times reports:\n\n"Few of them gave.\n\n"Without it, she goes."\n\nShe left.'
    [said] = find_attributions(text)
    assert said.kind == "direct"
    assert [part.of(text).strip() for part in said.content] == [
        "Few of them gave.",
        "Without it, she goes.",
    ]


@pytest.mark.parametrize("text", ["Nobody came.", "Rebels attacked the town.", "— Anna Berg"])
def test_nothing_is_said(text: str) -> None:
    assert find_attributions(text) == ()


@pytest.mark.parametrize("text", ["", " \n"])
def test_in_an_empty_text_nobody_says_anything(text: str) -> None:
    assert find_attributions(text) == ()


PIECES = st.lists(
    st.sampled_from(["“", "”", '"', "''", "— ", "Anna Berg", " said ", "He wants it", ".", "\n", ", who "])
)


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_spans_lie_in_the_text_and_hold_words(pieces: list[str]) -> None:
    text = "The mayor spoke. " + "".join(pieces)
    for one in find_attributions(text):
        assert isinstance(one, Attribution)
        assert all(0 <= span.start < span.end <= len(text) for span in (one.cue, *one.content, *one.claimers))
