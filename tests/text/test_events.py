"""Where events happened: the words for the place of each verb and noun, by exact spans."""

from __future__ import annotations

import pytest

from whoholds.model import EventType, Span
from whoholds.text.events import find_events, find_events_in_each

PLACED = {
    "In Kunduz, gunmen *killed* a policeman.": ["Kunduz"],
    "Baghdad was *bombed* on Friday.": ["Baghdad"],
    "Soldiers *shelled* the village of Xarbolan on Friday.": ["Xarbolan"],
    "A police official in Kabul said that gunmen *killed* two people in Herat.": ["Herat"],
    "A bomb exploded in Baghdad, *killing* 12 people, officials in Basra said.": ["Baghdad"],
    "The Taliban *captured* Kunduz, the capital of Kunduz province.": ["Kunduz"],
    "Troops withdrew from Kidal on Monday after *clashes* in Gao.": ["Gao"],
    "The rebels, who *seized* Bukavu in February, marched to Uvira.": ["Bukavu"],
    "The rebels, who seized Bukavu in February, *marched* to Uvira.": ["Uvira"],
    "Fighting *broke* out near Kharkiv airport.": ["Kharkiv airport"],
    "Protesters *burned* tyres in Mombasa, Kisumu and Nakuru.": ["Mombasa", "Kisumu", "Nakuru"],
    "Dozens of people were *killed* in Hasakah Governorate.": ["Hasakah Governorate"],
}
UNPLACED = (
    "KABUL, Aug 8 (Reuters) - Gunmen *killed* ten people on Sunday.",
    "He was *killed* by a Frenchman.",
    "The president of Mali said the attack *killed* ten people.",
    "Gunmen *killed* ten people, officials in Basra said.",
    "They *fought* all night.",
)


def marked(words: str) -> tuple[str, Span]:
    """The text without the stars, and where the word between them stands."""
    before, word, after = words.split("*")
    return before + word + after, Span(len(before), len(before) + len(word))


@pytest.mark.parametrize("words", PLACED)
def test_the_place_of_an_event_by_its_exact_span(words: str) -> None:
    text, at = marked(words)
    (event,) = find_events(text, [at])
    assert event.span == at
    assert event.places == tuple(
        Span(start, start + len(name)) for name in PLACED[words] for start in (text.index(name),)
    )


@pytest.mark.parametrize("words", UNPLACED)
def test_no_place_is_told_where_none_is(words: str) -> None:
    text, at = marked(words)
    (event,) = find_events(text, [at])
    assert event.places == ()


def test_events_are_found_with_their_type_and_sentence() -> None:
    text = "The army shelled Avdiivka and bombed Marinka. It was said that people died in Kurakhove."
    events = find_events(text)
    assert [(e.span.of(text), e.type, [p.of(text) for p in e.places]) for e in events] == [
        ("shelled", EventType.SHELLING, ["Avdiivka"]),
        ("bombed", EventType.AIRSTRIKE, ["Marinka"]),
        ("died", None, ["Kurakhove"]),
    ]
    assert [event.sentence for event in events] == [Span(0, 45), Span(0, 45), Span(46, len(text))]


def test_a_word_in_a_later_sentence_is_asked_about_alone() -> None:
    text = "Troops entered Gao. They were attacked in Kidal."
    start = text.index("attacked")
    (event,) = find_events(text, [Span(start, start + 8)])
    assert [place.of(text) for place in event.places] == ["Kidal"]


def test_many_texts_give_what_each_gives_alone() -> None:
    texts = [words.replace("*", "") for words in (*PLACED, *UNPLACED, "", "Nothing.")] * 5
    assert list(find_events_in_each(texts)) == [find_events(text) for text in texts[: len(texts) // 5]] * 5


def test_as_many_questions_as_texts() -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(find_events_in_each(["Kidal fell.", "Gao fell."], [None]))


def test_a_text_of_nothing() -> None:
    assert find_events("") == ()
    assert find_events(" \n\n ") == ()
