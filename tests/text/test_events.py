"""Where events happened: the words for the place of each verb and noun, by exact spans."""

from __future__ import annotations

import pytest

from whoholds.lexicon import read_lexicon, read_ontology
from whoholds.model import EventType, Span
from whoholds.text.event_signs import signs_of, signs_of_none
from whoholds.text.events import asked_in_each, find_events, find_events_in_each

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
    "Rebels *shelled* the settlements of Zarbin (twice), Hawsh Nadri and Dahiya.": [
        "Zarbin",
        "Hawsh Nadri",
        "Dahiya",
    ],
    "Rioters *burned* shops in Lagos and the northern city of Kano.": ["Lagos", "Kano"],
    "Eight people were *killed* in Timbuktu, Mali.": ["Timbuktu"],
    "Gunmen *killed* two farmers in Xarbolan near Kunduz.": ["Xarbolan"],
}
UNPLACED = (
    "KABUL, Aug 8 (Reuters) - Gunmen *killed* ten people on Sunday.",
    "He was *killed* by a Frenchman.",
    "The president of Mali said the attack *killed* ten people.",
    "Gunmen *killed* ten people, officials in Basra said.",
    "They *fought* all night.",
)

SIGNED = (  # between them and the sentences above every sign of `event_places.toml`
    "Ministers met in Xarbolan.",
    "Gunmen shot Milan at Kabul airport, and Milan was shot.",
    "Officers patrolled Kabul streets across Helmand and through Gao.",
    "The governor of Balkh said on Monday that clashes in the battle of Aleppo killed ten.",
    "They launched an attack on the outskirts of Kunduz and captured the trophy against Mali.",
    "Two men were killed in a Kabul hotel near a mosque in Baghlan District, Baghlan province, from Iran.",
    "Gunmen killed a man from Herat at Ghazni Airport after the Sahel Cup and the Kabul talks.",
    "Officials who met in Paris killed the plan, the UN reported.",
    "Soldiers fought in Imam Sahib in Kunduz and in Aibak, the capital of Samangan, near Mazar.",
    "They killed ten in Xarbolan near Kunduz and fled to Taloqan.",
    "Rebels killed ten who fled after they had seen that men burned Gao and took the gold of Mali's army.",
    "In Imam Sahib district, a Syrian doctor was killed by Boris Xanov of the UNHCR.",
    "The bomb exploded outside the Kabul airport on Sunday.",
    "Warplanes bombed a market on the outskirts of Kunduz and Mali's army killed the mayor of Herat.",
    "A blast in Paris's suburb killed ten.",
    "Iran said that Iran shelled the villages, which Mali captured.",
    "The mayor told reporters in Paris that gunmen killed ten in a Kabul suburb and in the centre of Kunduz.",
    "A blast in the Idlib town of Binnish killed ten in Ghouta and in Baghdad's Mansour.",
    "In Gao, as the men who had come to the market early in the morning were still at work and the women and "
    "the children had gone back to the houses by the river, gunmen fired.",
    "Troops attacked the town of Kunduz in the province of Kunduz and Aleppo Governorate forces left.",
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


@pytest.mark.parametrize(
    "group", read_lexicon("en", "event_verbs").values(), ids=read_lexicon("en", "event_verbs")
)
def test_every_class_of_event_words_is_read_as_its_example_says(group: dict[str, list[str]]) -> None:
    text, at = marked(str(group["example"]))
    (event,) = find_events(text, [at])
    assert [place.of(text) for place in event.places] == group["gives"]


def test_every_weight_is_of_a_sign_that_some_sentence_has_and_has_its_reason() -> None:
    rows = read_ontology("event_places")["sign"]
    named = {row["name"] for row in rows}
    texts = [words.replace("*", "") for words in (*PLACED, *UNPLACED, *SIGNED)]
    seen: set[str] = set()
    for events in asked_in_each(texts):
        for question in (event.question for event in events):
            seen |= signs_of_none(question)
            seen = seen.union(*(signs_of(question, n) for n in range(len(question.names))))
    assert named - seen == set()
    assert all(row["because"] and row["weight"] for row in rows)
    assert len(named) == len(rows) <= 60
