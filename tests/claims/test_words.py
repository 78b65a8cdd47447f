"""Every entry of the word lists for claims has an example, and the example gives what it says."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claimed, in_report, read

from whoholds.claims.triage import is_warlike
from whoholds.lexicon import read_lexicon

Group = dict[str, Any]
TRIGGERS = read_lexicon("en", "triggers")


def groups(*names: str) -> list[Any]:
    lists = ((name, group, entries) for name in names for group, entries in read_lexicon("en", name).items())
    return [pytest.param(entries, id=f"{name}.{group}") for name, group, entries in lists]


@pytest.mark.parametrize("group", groups("frames", "pointing", "timing", "nouns"))
def test_words_around_a_trigger(group: Group) -> None:
    assert claimed(group["example"], after=group.get("context", "")) == group["gives"]


@pytest.mark.parametrize("group", groups("timing"))
def test_words_of_time(group: Group) -> None:
    days = read(in_report(group["example"]))[0].days
    assert [str(day or "") for day in (days.start, days.end)] == group["days"]


@pytest.mark.parametrize("row", TRIGGERS["trigger"], ids=lambda row: f"{row['type']}.{row['frame']}")
def test_triggers(row: Group) -> None:
    types = [one.split()[0] for one in claimed(row["example"], after=row.get("context", ""))]
    assert row["type"] in types


def test_irregular_forms() -> None:
    assert claimed(TRIGGERS["forms"]["example"]) == ["capture Kidal exact"]


@pytest.mark.parametrize("group", groups("sides"))
def test_sides(group: Group) -> None:
    claims = read(in_report(group["example"], "The Taliban and the Afghan army fought in Kunduz."))
    assert [claim.side or "" for claim in claims[1:]] == [group["side"]]


@pytest.mark.parametrize("group", groups("triage"))
def test_words_of_war(group: Group) -> None:
    assert is_warlike(group["example"])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The visitors won the cup with a late goal by their youngest player.", False),
        ("Shares closed higher and are set to gain more, brokers said.", False),
        ("The singer hit a high note and moved the audience to tears.", False),
        ("A jet hit the port and broke its cranes.", True),
        ("Russia hit Odesa again.", True),
        ("Marines moved into Kidal.", True),
        ("They drove them out of the village.", True),
        ("Kidal is lost.", True),
        ("Lyman has been cleared.", True),
        ("They won control of Kidal.", True),
        ("The rebel-held quarter was hit.", True),
        ("Kidal was hit and set ablaze, three were shot.", True),
    ],
)
def test_a_short_text_with_everyday_words_only(text: str, read: bool) -> None:
    assert is_warlike(text) is read
