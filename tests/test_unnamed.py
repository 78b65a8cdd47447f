"""Words for armed people that do not name them: the same wherever in a sentence they stand."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read

from whoholds.unnamed import as_head_words

# fmt: off
HEAD_WORDS = [
    ("Gunmen", "gunmen"), ("Several gunmen", "several gunmen"), ("Armed men", "armed men"),
    ("Militants", "militants"), ("Fighters", "fighters"), ("Tribal forces", "tribal forces"),
    ("Unidentified attackers", "unidentified attackers"), ("Two gunmen", "two gunmen"),
    ("Dozens of gunmen", "dozens of gunmen"), ("A group of bandits", "a group of bandits"),
    ("Pirates", "pirates"), ("Masked men", "masked men"),
]
NAMES = [
    "Chadian fighters", "Islamist fighters", "Popular Front", "The Popular Front", "General Dostum's forces",
    "Iran-backed militias", "RCD", "Eagles Brigade", "Mai-Mai fighters", "Taliban", "M23", "gunmen", "",
]
TAKERS = [
    "{} captured Kunduz on Sunday.",
    "Kunduz was captured by {} on Sunday, residents said.",
    "On Sunday the town of Kunduz fell to {}, a teacher said.",
]
# fmt: on


@pytest.mark.parametrize(("said", "written"), HEAD_WORDS)
def test_head_words_have_a_small_letter(said: str, written: str) -> None:
    assert as_head_words(said) == written
    assert as_head_words(written) == written


@pytest.mark.parametrize("name", NAMES)
def test_names_stay(name: str) -> None:
    assert as_head_words(name) == name


@pytest.mark.parametrize("who", ["gunmen", "armed men", "militants", "unidentified gunmen"])
@pytest.mark.parametrize("text", TAKERS)
def test_a_taker_without_a_name_is_told_in_the_same_words(text: str, who: str) -> None:
    told = text.format(who)
    (claim,) = read(in_report(told[0].upper() + told[1:]), date(2021, 8, 8))
    assert (claim.claim.type.value, claim.actor) == ("capture", who)
