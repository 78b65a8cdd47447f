"""How far a claimer commits: coded sentences for every value, the word list's examples, reports."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from marked import cases, event_tokens, parse_marked

from whoholds.lexicon import read_lexicon
from whoholds.model import Factuality, Span
from whoholds.text.attribution import claim_attribution, find_saids
from whoholds.text.factuality import FactualityReading, read_factuality
from whoholds.text.parse import Parsed, parse_sentences
from whoholds.text.sentences import find_sentences
from whoholds.text.unverified import unverified_report

CASES = cases("factuality_cases.jsonl")
WORDS = read_lexicon("en", "factuality")
VALUE = {"fact": "certain", "deny": "denied", "awaited": "future", "likely": "probable"}
EXAMPLES = [(VALUE.get(row["effect"], row["effect"]), row["example"]) for row in WORDS["cue"]]
EXAMPLES += [
    tuple(line.split(" | "))
    for table in WORDS.values()
    if isinstance(table, dict)
    for line in table.get("examples", ())
]
FLOOR = {"certain": 0.95, "probable": 0.92, "possible": 0.92, "denied": 0.92, "future": 0.92}


def read_marked(marked: str) -> list[FactualityReading]:
    _, parsed, events, _ = parse_marked(marked)
    saids = find_saids(parsed)
    tokens = event_tokens(marked)
    return [
        read_factuality(token, parsed, claim_attribution(event, saids))
        for token, event in zip(tokens, events, strict=True)
    ]


@cache
def counted() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each value is right, coded, read, over the table of sentences."""
    right: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for case in CASES:
        for reading in read_marked(case["sentence"]):
            coded[case["value"]] += 1
            read[reading.value.value] += 1
            right[case["value"]] += reading.value.value == case["value"]
    return right, coded, read


@pytest.mark.parametrize("value", FLOOR)
def test_recall_and_precision_of_each_value(value: str) -> None:
    right, coded, read = counted()
    assert coded[value] >= (80 if value == "certain" else 25)
    assert right[value] / coded[value] >= FLOOR[value]
    assert right[value] / read[value] >= FLOOR[value]


def test_unverified_is_read_where_it_is_said() -> None:
    said = [case for case in CASES if case.get("unverified")]
    found = [all(reading.unverified for reading in read_marked(case["sentence"])) for case in said]
    assert len(said) >= 25
    assert sum(found) / len(found) >= 0.95


def test_unverified_is_not_read_where_it_is_not_said() -> None:
    others = [case for case in CASES if not case.get("unverified")]
    assert [c["sentence"] for c in others if any(r.unverified for r in read_marked(c["sentence"]))] == []


@pytest.mark.parametrize(("value", "example"), EXAMPLES, ids=[e[1][:50] for e in EXAMPLES])
def test_every_cue_word_has_its_effect(value: str, example: str) -> None:
    assert [reading.value.value for reading in read_marked(example)] == [value]


def test_the_reading_names_its_cues() -> None:
    marked = "The rebels failed to *capture* the dam."
    text, *_ = parse_marked(marked)
    [reading] = read_marked(marked)
    assert [cue.of(text) for cue in reading.cues] == ["failed"]
    assert "failed" in reading.reason


def test_a_fact_has_no_cues() -> None:
    [reading] = read_marked("The rebels *captured* the dam.")
    assert reading == FactualityReading(Factuality.CERTAIN)


def parse_report(text: str) -> list[Parsed]:
    return parse_sentences(text, find_sentences(text))


def reached(text: str) -> list[str]:
    return [reach.of(text) for _, reach in unverified_report(parse_report(text), speaks)]


def speaks(sentence: Parsed) -> bool:
    return bool(find_saids(sentence))


def test_doubt_about_the_claim_reaches_the_sentences_before_it() -> None:
    text = "It rained. Rebels took the dam. The army fled. The claim could not be verified. Troops left."
    assert [one.strip() for one in reached(text)] == ["Rebels took the dam.", "The army fled."]


def test_doubt_about_all_claims_reaches_the_whole_report() -> None:
    text = "Rebels took the dam. The agency could not verify the claims of either side. Troops left."
    assert " ".join(one.strip() for one in reached(text)) == text


def test_doubt_about_claims_is_of_what_somebody_says() -> None:
    doubt = "The agency has not seen confirmation of these claims."
    own, said = "Rebels took the dam.", "The army said that it held the port."
    assert [one.strip() for one in reached(f"{own} {said} {doubt}")] == [said]
    assert [one.strip() for one in reached(f"{said} It rained. It snowed. {own} {doubt}")][-1] == own


def test_doubt_about_something_of_its_own_reaches_nothing_else() -> None:
    assert reached("Rebels took the dam. Police could not confirm the driver's name.") == []


def test_a_sentence_of_its_own_offset_is_read_alike() -> None:
    text = "It rained. The rebels failed to capture the dam."
    sentence = parse_report(text)[1]
    [token] = sentence.tokens_in(Span(text.index("capture"), text.index("capture") + 7))
    reading = read_factuality(token, sentence)
    assert [cue.of(text) for cue in reading.cues] == ["failed"]


@pytest.mark.parametrize("denied", ["that it had confirmed", "having confirmed"])
def test_who_denies_that_it_confirmed_a_fall_leaves_it_open(denied: str) -> None:
    (reading,) = read_marked(f"The army denied {denied} the *fall* of the town.")
    assert reading.value is Factuality.POSSIBLE


@pytest.mark.parametrize(
    ("after", "unverified"),
    [
        ("There was no way to verify this.", True),
        ("The agency had no means of checking the claim.", True),
        ("It was not possible to check this.", True),
        ("There was no possibility of verifying the report.", True),
        ("There is no independent confirmation.", True),
        ("There was no way to leave the city.", False),
        ("The agency found a way to verify this.", False),
        ("The army had no means of checking the advance.", False),
    ],
)
def test_doubt_in_the_next_sentence(after: str, unverified: bool) -> None:
    text = f"The rebels said that they had taken Nyala. {after}"
    sentences = parse_sentences(text, find_sentences(text))
    first = sentences[0].span
    assert any(reach.meets(first) for _, reach in unverified_report(sentences, speaks)) is unverified
