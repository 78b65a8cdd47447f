"""Parsed sentences: offsets of the report, names in one token, overlong sentences cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from whoholds.model import Span
from whoholds.text.parse import LONGEST, parse_sentences

TEXT = "All is quiet. Troops left Mazar-e Sharif’s rebel-held quarter."


def test_tokens_know_where_they_stand_in_the_report() -> None:
    (parsed,) = parse_sentences(TEXT, [Span(14, len(TEXT))], [Span(26, 40)])
    assert [parsed.span_of(t).of(TEXT) for t in parsed.doc][:3] == ["Troops", "left", "Mazar-e Sharif"]
    assert "rebel-held" in [t.text for t in parsed.doc]
    assert [t.text for t in parsed.tokens_in(Span(26, 30))] == ["Mazar-e Sharif"]


def test_an_overlong_sentence_is_cut_for_the_parser_and_keeps_its_span() -> None:
    text = "word " * 1000
    (parsed,) = parse_sentences(text, [Span(0, len(text))])
    assert parsed.span == Span(0, len(text))
    assert len(parsed.doc.text) == LONGEST


def test_a_name_that_the_parser_takes_for_an_adverb_is_an_object() -> None:
    text = "Government forces recaptured Mosul from Islamic State militants in July 2017."
    (parsed,) = parse_sentences(text, [Span(0, len(text))], [Span(29, 34)])
    (name,) = parsed.tokens_in(Span(29, 34))
    assert (name.text, name.tag_, name.dep_, name.head.text) == ("Mosul", "NNP", "dobj", "recaptured")


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=120))
def test_every_token_quotes_the_report(text: str) -> None:
    (parsed,) = parse_sentences(text, [Span(0, len(text))])
    for token in parsed.doc:
        quoted = parsed.span_of(token).of(text)
        assert quoted.translate(str.maketrans("’‘“”", "''\"\"")) == token.text


def test_a_name_with_the_arabic_article_is_one_token() -> None:
    text = "Fighters of Hayat Tahrir al-Sham and Al-Shabaab’s rivals said so."
    (parsed,) = parse_sentences(text, [Span(0, len(text))])
    words = [parsed.span_of(token).of(text) for token in parsed.tokens]
    assert [word for word in words if "-" in word] == ["al-Sham", "Al-Shabaab"]
