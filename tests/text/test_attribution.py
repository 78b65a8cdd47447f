"""Who says what: a table of sentences, quotations over sentences, pronouns, the word list's examples."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import cases, event_tokens, parse_marked

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.attribution import claim_attribution, claim_attributions, find_saids
from whoholds.text.parse import parse_sentences
from whoholds.text.quotations import carry_quotations, find_quotations, resolve_pronoun_claimers
from whoholds.text.said import Said
from whoholds.text.sentences import find_sentences

CASES = cases("attribution_cases.jsonl")
EXAMPLES = [row["example"] for row in read_lexicon("en", "attribution")["verb"]]


def covering(marked: str) -> list[Said | None]:
    _, parsed, events, _ = parse_marked(marked)
    saids = find_saids(parsed)
    return [claim_attribution(event, saids) for event in events]


def read_report(text: str) -> list[Said]:
    spans = find_sentences(text)
    found = [said for sentence in parse_sentences(text, spans) for said in find_saids(sentence)]
    return list(resolve_pronoun_claimers(text, carry_quotations(text, spans, found)))


def claimer_at(text: str, words: str) -> str | None:
    at = text.index(words)
    said = claim_attribution(Span(at, at + len(words)), read_report(text))
    return said.claimer.of(text) if said and said.claimer else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:60])
def test_claimer_and_relay_of_an_event(case: dict[str, str | None]) -> None:
    assert case["sentence"] is not None
    text, *_ = parse_marked(case["sentence"])
    for said in covering(case["sentence"]):
        if case["claimer"] is None:
            assert said is None
            continue
        assert said is not None
        assert case["claimer"] == (said.claimer.of(text) if said.claimer else "unnamed")
        assert said.relayed_by == case.get("relay")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[:50])
def test_every_reporting_verb_finds_its_example(example: str) -> None:
    text, _, _, claimer = parse_marked(example)
    [said] = covering(example)
    assert said is not None
    assert claimer == (said.claimer.of(text) if said.claimer else None)


def test_two_claimers_give_two_attributions() -> None:
    marked = "The mayor and two councillors said that rebels had *entered* the port."
    text, parsed, [event], _ = parse_marked(marked)
    found = claim_attributions(event, find_saids(parsed))
    assert [said.claimer.of(text) for said in found if said.claimer] == ["The mayor", "two councillors"]


def test_the_outlet_that_reports_a_statement_is_its_relay() -> None:
    marked = "The mayor said that rebels had *entered* the port, Reuters reported."
    text, *_ = parse_marked(marked)
    [said] = covering(marked)
    assert said is not None
    assert said.claimer is not None
    assert (said.claimer.of(text), said.relayed_by) == ("The mayor", "Reuters")


@pytest.mark.parametrize("verb", ["denied", "rejected claims", "disputed"])
def test_a_denial_denies(verb: str) -> None:
    [said] = covering(f"The army {verb} that the base had *fallen*.")
    assert said is not None
    assert said.denies


def test_a_reporting_verb_is_no_content_of_its_own() -> None:
    for case in CASES:
        _, parsed, _, _ = parse_marked(str(case["sentence"]))
        for said in find_saids(parsed):
            assert not any(said.cue.within(piece) for piece in said.content) or said.unnamed


QUOTED = (
    "“Rebels entered at dawn. They burned the market and took the bridge,” said Mayor Anna Berg. "
    "“Nobody stopped them.” The road is open."
)


@pytest.mark.parametrize("words", ["entered", "burned", "took the bridge", "stopped"])
def test_a_quotation_runs_over_sentences(words: str) -> None:
    assert claimer_at(QUOTED, words) == "Mayor Anna Berg"


def test_outside_the_quotation_the_report_speaks() -> None:
    assert claimer_at(QUOTED, "road is open") is None


def test_a_colon_announces_a_quotation() -> None:
    text = "General Okoro spoke on Monday. He said the town was safe. He added: “We shelled the camp.”"
    assert claimer_at(text, "shelled") is not None


def test_a_colon_announces_a_paragraph() -> None:
    text = "The governor added:\n\nRebels took the bridge. We left.\n\nThe road is open."
    assert claimer_at(text, "Rebels took") == "The governor"
    assert claimer_at(text, "road is open") is None


def test_he_is_the_last_person_and_keeps_the_relay() -> None:
    text = "Rebels fled, Governor Anna Berg told AFP. “The army took the bridge,” she said."
    at = text.index("took")
    said = claim_attribution(Span(at, at + 4), read_report(text))
    assert said is not None
    assert said.claimer is not None
    assert (said.claimer.of(text), said.relayed_by) == ("Governor Anna Berg", "AFP")


def test_it_is_the_last_organisation() -> None:
    text = "The ministry said rebels had fled. Colonel Okoro said it rained. The army left, it added."
    assert claimer_at(text, "army left") == "The ministry"


def test_a_pronoun_with_nothing_before_it_stays() -> None:
    assert claimer_at("The rebels left, he said.", "left") == "he"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "'", "’", "a", " ", ".", "\n", "said", "s'"]), max_size=40))
def test_quotations_lie_in_the_text_in_order_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    found = find_quotations(text)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_event_tokens_are_found() -> None:
    assert [token.text for token in event_tokens("They *took* it and *left*.")] == ["took", "left"]
