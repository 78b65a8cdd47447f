"""Words for armed people that do not name them: the same wherever in a sentence they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from readings import in_report, read

from whoholds.claims.rules import extract
from whoholds.gazetteer import load_gazetteer
from whoholds.independence import independent
from whoholds.model import Published, Report
from whoholds.picture import ResolvedClaim
from whoholds.resolve import Told, resolve_report
from whoholds.unnamed import UNNAMED_MEDIA, as_head_words, unnamed_medium

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


@pytest.mark.parametrize(
    ("claimer", "side", "medium"),
    [
        ("Local media", None, UNNAMED_MEDIA),
        ("local Sudanese media", None, UNNAMED_MEDIA),
        ("Sudanese media", None, UNNAMED_MEDIA),
        ("media reports", None, UNNAMED_MEDIA),
        ("several outlets", None, UNNAMED_MEDIA),
        ("the local press", None, UNNAMED_MEDIA),
        ("State media", "Sudanese government", None),
        ("Radio Dabanga", None, None),
        ("Agence France Presse", None, None),
        ("Darfur Media", None, None),
        ("residents", None, None),
        ("Reuters", None, None),
        (None, None, None),
    ],
)
def test_media_that_nobody_names(claimer: str | None, side: str | None, medium: str | None) -> None:
    assert unnamed_medium(claimer, side) == medium


def told_by(outlet: str, text: str) -> tuple[ResolvedClaim, ...]:
    one = Report(in_report(text), outlet, published=Published(date(2025, 6, 10)))
    told = Told(one, extract(one, load_gazetteer()), datetime(2026, 1, 1, tzinfo=UTC))
    return resolve_report(told, load_gazetteer())


def test_local_media_quoted_by_three_outlets_are_one_origin() -> None:
    texts = {
        "One": "Local media reported that the RSF had taken Nyala.",
        "Two": "The RSF has captured Nyala in the west of Sudan, media reports said on Monday.",
        "Three": "The town of Nyala fell to the RSF after days of siege, according to Sudanese media.",
    }
    claims = [claim for outlet, text in texts.items() for claim in told_by(outlet, text)]
    taken = [one for one in claims if one.claim.type.value == "capture"]
    assert len(taken) == len(texts)
    assert independent(taken) == 1


def test_named_media_are_origins_of_their_own() -> None:
    texts = {
        "One": "Radio Dabanga reported that the RSF had taken Nyala.",
        "Two": "The RSF has captured Nyala in the west of Sudan, Sudan Tribune said on Monday.",
    }
    claims = [claim for outlet, text in texts.items() for claim in told_by(outlet, text)]
    assert independent([one for one in claims if one.claim.type.value == "capture"]) == len(texts)
