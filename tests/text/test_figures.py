"""Counts of people: killed, injured, captured, displaced, missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.model import Span
from whoholds.text.figures import find_figures

Row = tuple[str, str, int | None, int | None, int | None, str | None]

TABLE: list[tuple[str, list[Row]]] = [
    ("The death toll in the bombing of the bridge has risen to 12.", [("12", "killed", 12, 12, 12, None)]),
    ("The toll from the raid rose to 85, a local doctor said.", [("85", "killed", 85, 85, 85, None)]),
    (
        "It brought the death toll in the town to at least 45.",
        [("at least 45", "killed", 45, 45, None, None)],
    ),
    ("The number of people killed in the shelling climbed to 31.", [("31", "killed", 31, 31, 31, None)]),
    ("The death toll from Monday's blast was revised down to 14.", [("14", "killed", 14, 14, 14, None)]),
    ("The death toll from the fire that began at 6 was unclear.", []),
    ("The toll of the siege on the town at 40 degrees is heavy.", []),
    ("The toll from years of war reached every one of 20 villages.", []),
    ("The death toll from the attack, which came at 5, rose.", []),
    (
        "Fourteen people were killed, the governor said, after the police had initially said 20 were killed.",
        [("Fourteen people", "killed", 14, 14, 14, "people")],
    ),
    (
        "The blast killed 30 people, correcting an earlier figure of 36 dead.",
        [("30 people", "killed", 30, 30, 30, "people")],
    ),
    ("Police had earlier said 20 people were killed.", [("20 people", "killed", 20, 20, 20, "people")]),
    ("The troops fired, killing both.", [("both", "killed", 2, 2, 2, None)]),
    ("Both men were killed.", [("Both men", "killed", 2, 2, 2, "men")]),
    ("Both soldiers and civilians were killed.", []),
    ("The commander, Abdul Bari, was killed.", [("The commander", "killed", 1, 1, 1, "commander")]),
    ("They took 20 prisoners, killed the rest and fled.", []),
    (
        "At least 12 people, including five children, lost their lives.",
        [
            ("At least 12 people", "killed", 12, 12, None, "people"),
            ("five children", "killed", 5, 5, 5, "children"),
        ],
    ),
    (
        "The bomb killed a mother and her two daughters.",
        [("a mother", "killed", 1, 1, 1, "mother"), ("two daughters", "killed", 2, 2, 2, "daughters")],
    ),
    ("A family of five was killed.", [("five", "killed", 5, 5, 5, None)]),
    ("Five members of one family were killed.", [("Five members", "killed", 5, 5, 5, "members")]),
    ("About 20 civilians were killed.", [("About 20 civilians", "killed", 20, 20, 20, "civilians")]),
    ("It struck, killing 29 extremists.", [("29 extremists", "killed", 29, 29, 29, "extremists")]),
    ("The blast left 18 wounded.", [("18 wounded", "injured", 18, 18, 18, None)]),
    ("The raid left four gunmen dead.", [("four gunmen", "killed", 4, 4, 4, "gunmen")]),
    ("Dozens of Taliban have died.", [("Dozens of Taliban", "killed", 24, None, 99, "Taliban")]),
    ("At least 30 people were hurt.", [("At least 30 people", "injured", 30, 30, None, "people")]),
    ("More than 20 rebels were killed.", [("More than 20 rebels", "killed", 20, 20, None, "rebels")]),
    ("Nearly 20 rebels were killed.", [("Nearly 20 rebels", "killed", None, 20, 20, "rebels")]),
    ("Between 10 and 15 men were killed.", [("Between 10 and 15 men", "killed", 10, None, 15, "men")]),
    ("Several soldiers were arrested.", [("Several soldiers", "captured", 3, None, None, "soldiers")]),
    ("Scores of men are missing.", [("Scores of men", "missing", 40, None, 99, "men")]),
    ("Hundreds of families fled.", [("Hundreds of families", "displaced", 200, None, 999, "families")]),
    (
        "1.2 million people were displaced.",
        [("1.2 million people", "displaced", 1200000, 1200000, 1200000, "people")],
    ),
    ("A dozen villagers were abducted.", [("A dozen villagers", "captured", 12, 12, 12, "villagers")]),
    ("A soldier was shot dead.", [("A soldier", "killed", 1, 1, 1, "soldier")]),
    ("Police put the death toll at 16.", [("16", "killed", 16, 16, 16, None)]),
    ("They took 900 civilians hostage.", [("900 civilians", "captured", 900, 900, 900, "civilians")]),
    (
        "The war forced 13000 residents to flee.",
        [("13000 residents", "displaced", 13000, 13000, 13000, "residents")],
    ),
    (
        "Two children and a woman were killed.",
        [("Two children", "killed", 2, 2, 2, "children"), ("a woman", "killed", 1, 1, 1, "woman")],
    ),
    (
        "It killed 13 people and wounded 25 others.",
        [("13 people", "killed", 13, 13, 13, "people"), ("25 others", "injured", 25, 25, 25, "people")],
    ),
    (
        "25 people including seven women died.",
        [("25 people", "killed", 25, 25, 25, "people"), ("seven women", "killed", 7, 7, 7, "women")],
    ),
    (
        "Two children killed five others injured in Daraa.",
        [("Two children", "killed", 2, 2, 2, "children"), ("five others", "injured", 5, 5, 5, "children")],
    ),
    ("It caused ten insurgent deaths.", [("ten insurgent deaths", "killed", 10, 10, 10, "insurgent")]),
    ("It killed three U.S. soldiers.", [("three U.S. soldiers", "killed", 3, 3, 3, "U.S. soldiers")]),
    ("Two gunmen killed a guard.", [("a guard", "killed", 1, 1, 1, "guard")]),
    ("They captured the Taliban leader.", [("the Taliban leader", "captured", 1, 1, 1, "Taliban leader")]),
    ("It killed Taliban leader Saifullah today.", [("Taliban leader", "killed", 1, 1, 1, "Taliban leader")]),
    ("It fired, killing Qari Ziauddin, a mullah.", [("Qari Ziauddin", "killed", 1, 1, 1, "Qari Ziauddin")]),
    ("He was shot and killed.", [("He", "killed", 1, 1, 1, None)]),
    ("They detained three.", [("three", "captured", 3, 3, 3, None)]),
    ("Numerous insurgents were killed.", [("Numerous insurgents", "killed", 4, None, None, "insurgents")]),
    ("Two members of the party were killed.", [("Two members", "killed", 2, 2, 2, "members")]),
    (
        "It detained the commander along with five of his associates.",
        [
            ("the commander", "captured", 1, 1, 1, "commander"),
            ("five of his associates", "captured", 5, 5, 5, "associates"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), TABLE)
def test_figures_of_a_sentence(text: str, rows: list[Row]) -> None:
    found = find_figures(text)
    told = [(m.text, m.kind, m.estimate.low, m.estimate.best, m.estimate.high, m.who) for m in found]
    assert told == rows
    assert all(mention.span.of(text) == mention.text for mention in found)


@pytest.mark.parametrize(
    "text",
    [
        "There were no casualties.",
        "No civilians were killed.",
        "A 20-year-old left in 2015.",
        "On August 6 Taliban fighters were killed.",
        "In 2015 militants were killed.",
        "They captured 3 villages.",
        "The dead lay 20 km from Kabul.",
        "It cost $20 million to free them.",
        "20 percent of people fled.",
        "175 terrorists killed or injured in the raid.",
        "Several of the wounded died.",
        "They have captured or killed more than 80 leaders.",
        "Two attacks killed the governor.",
        "They captured the police chief's office.",
        "Troops seized the leader group's camp.",
        "They captured Kunduz.",
        "The commander fled the village.",
    ],
)
def test_no_figure(text: str) -> None:
    assert find_figures(text) == ()


def test_only_the_asked_stretch_is_read() -> None:
    text = "Ten men were killed. Five women were wounded."
    (found,) = find_figures(text, within=Span(21, len(text)))
    assert (found.kind, found.text, found.verb_span.of(text)) == ("injured", "Five women", "wounded")


_WORDS = st.sampled_from(
    [
        "at",
        "least",
        "20",
        "civilians",
        "people",
        "killed",
        "killing",
        "were",
        "wounded",
        "and",
        ",",
        "including",
        "dozens",
        "of",
        "a",
        "the",
        "between",
        "10",
        "15",
        "no",
        "others",
        "death",
        "toll",
        "to",
        "1.2",
        "million",
        "missing",
        "fled",
        "$",
        "%",
        ".",
        "dead",
        "more",
        "several",
        "2015",
        "August",
        "flee",
        "forced",
    ]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join) | st.text())
def test_spans_are_ordered_and_inside(text: str) -> None:
    end = 0
    for mention in find_figures(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.estimate.low is not None or mention.estimate.high is not None
        end = mention.span.end
