"""Another text at the same address under the same date is a later edition, known from its recording on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoholds.database import Database, in_memory
from whoholds.editions import ORIGIN, as_edition, sought, traces
from whoholds.model import TYPED, Extraction, Published, Report
from whoholds.pipeline import Ingested, ingest
from whoholds.store import Store
from whoholds.wording import marks

DAY = Published(date(2021, 8, 8))
NOW = datetime(2021, 8, 12, 9, tzinfo=UTC)
FIRST = Report(
    "There was heavy fighting in Kunduz on Sunday, residents said. Shops were shut.",
    outlet="Wire", address="https://wire.example/1", published=DAY,
)  # fmt: skip
SECOND = replace(FIRST, text=f"{FIRST.text} Taliban fighters captured Kunduz on Sunday, the governor said.")
OTHER = replace(FIRST, text="The army sent trucks of flour to Herat, and the bridge was opened again.")
CHANNEL = "https://channel.example"
AT_SEVEN = Published(DAY.day, datetime(2021, 8, 8, 7, tzinfo=UTC))
NOWHERE = replace(FIRST, address=None)  # without an address


def test_an_edition_is_known_from_now_on() -> None:
    edition = as_edition(SECOND, [FIRST], NOW)
    assert edition.published == Published(DAY.day, NOW, ORIGIN)
    assert edition.key == SECOND.key


@pytest.mark.parametrize(
    ("report", "known"),
    [
        (FIRST, []),
        (FIRST, [FIRST]),
        (SECOND, []),
        (replace(OTHER, address=CHANNEL), [replace(FIRST, address=CHANNEL)]),
        (replace(OTHER, address="https://wire.example/2"), [FIRST]),
        (replace(OTHER, address=None), [NOWHERE]),
        (replace(OTHER, address=None, name="r2"), [replace(NOWHERE, name="r1")]),
        (replace(OTHER, address=None, name=TYPED), [replace(NOWHERE, name=TYPED)]),
        (replace(OTHER, address=None, title="Morning news"), [replace(NOWHERE, title="Morning news")]),
        (replace(SECOND, address=None, outlet="Another"), [NOWHERE]),
        (replace(SECOND, address=None, outlet=None), [NOWHERE]),
        (replace(SECOND, address=None, outlet=None), [replace(NOWHERE, outlet=None)]),
        (replace(SECOND, address=None, published=Published(date(2021, 8, 10))), [NOWHERE]),
        (replace(FIRST, outlet="Reprint", address="https://reprint.example/1"), [FIRST]),
        (replace(FIRST, address="https://wire.example/one"), [FIRST]),
        (replace(FIRST, text=FIRST.text.upper()), [FIRST]),
        (replace(SECOND, published=None), [FIRST]),
        (replace(SECOND, published=Published(date(2021, 8, 10))), [FIRST]),
        (replace(SECOND, published=Published(date(2021, 8, 7))), [FIRST]),
        (replace(SECOND, published=AT_SEVEN), [replace(FIRST, published=Published(DAY.day, NOW))]),
        (SECOND, [replace(FIRST, published=None)]),
        (
            replace(SECOND, text="Fallen.", address=CHANNEL),
            [replace(FIRST, text="Not fallen.", address=CHANNEL)],
        ),
    ],
)
def test_all_else_stays_as_it_is(report: Report, known: list[Report]) -> None:
    assert as_edition(report, known, NOW) == report


@pytest.mark.parametrize(
    ("report", "known"),
    [
        (OTHER, FIRST),  # rewritten wholly
        (replace(SECOND, text="Fallen."), replace(FIRST, text="Not fallen.")),
        (replace(SECOND, address="http://www.wire.example/1/?utm_source=mail#top"), FIRST),
        (replace(OTHER, address="https://m.wire.example/1/amp"), FIRST),
        (replace(OTHER, address="https://wire.example/1", outlet="The Wire"), FIRST),
        (replace(SECOND, published=AT_SEVEN), FIRST),  # the same day, more exactly
        (SECOND, replace(FIRST, published=AT_SEVEN)),
        (replace(SECOND, address=None), NOWHERE),
        (replace(SECOND, address=None, outlet=" wire"), FIRST),
        (replace(SECOND, address="https://wire.example/kunduz-falls"), FIRST),  # the same under a new name
        (replace(SECOND, address=None, name="r2"), replace(NOWHERE, name="r1")),
        (replace(OTHER, address=None, name="r1"), replace(NOWHERE, name="r1")),
        (replace(OTHER, address=None, title="Kunduz falls, say all"),
         replace(NOWHERE, title="Kunduz falls, say all")),
        (replace(SECOND, address=None, outlet=None, name="r1"), replace(NOWHERE, outlet=None, name="r1")),
        (replace(SECOND, address=CHANNEL), replace(FIRST, address=CHANNEL)),
    ],
)  # fmt: skip
def test_an_edition_however_it_comes_in(report: Report, known: Report) -> None:
    assert as_edition(report, [known], NOW).published == Published(DAY.day, NOW, ORIGIN)
    assert any(found & traces(known).get(bucket, frozenset()) for bucket, found in sought(report).items())


def test_many_posts_at_one_address_are_no_editions() -> None:
    assert as_edition(OTHER, [FIRST], NOW, stream=True) == OTHER
    assert as_edition(SECOND, [FIRST], NOW, stream=True).published == Published(DAY.day, NOW, ORIGIN)


def test_one_dated_at_last_is_known_from_its_recording() -> None:
    undated = replace(SECOND, published=None)
    assert as_edition(SECOND, [FIRST, undated], NOW).published == Published(DAY.day, NOW, ORIGIN)


def test_a_third_edition_is_one_too_and_the_same_again_is_none() -> None:
    second = as_edition(SECOND, [FIRST], NOW)
    third = as_edition(replace(SECOND, text=SECOND.text + " It is quiet now."), [FIRST, second], NOW)
    assert third.published is not None
    assert third.published.origin == ORIGIN
    assert as_edition(SECOND, [FIRST, second], NOW).published is None


def asked(database: Database, **known: object) -> tuple[object, ...]:
    state = database.control("Kunduz", on="2021-08-09", as_of="2021-08-09", **known).state  # type: ignore[arg-type]
    return state.status, state.holder, state.holders, state.reported, state.evidence


def test_an_edited_article_leaks_no_hindsight() -> None:
    with in_memory() as database:
        database.add(FIRST)
        before = asked(database)
        database.add(SECOND)
        assert asked(database) == before
        assert database.control("Kunduz", on="2021-08-09").state.holder == "Taliban"
        told = [
            words for one in database.claims(place="Kunduz") for words in marks(one) if "known only" in words
        ]
        assert set(told) == {f"dated 2021-08-08, but known only from {datetime.now(UTC).date()}"}
        sequence = database.sequence()
        database.add(SECOND)
        database.add(FIRST)
        assert database.sequence() == sequence
        assert asked(database) == before


def test_an_edition_may_be_given_its_own_date() -> None:
    with in_memory() as database:
        database.add(FIRST)
        database.add(replace(SECOND, published=Published(date(2021, 8, 9))))
        assert asked(database)[1] == "Taliban"
        early = database.control("Kunduz", on="2021-08-08", as_of="2021-08-08").state
        assert early.holder != "Taliban"


def test_a_later_date_before_what_is_told_does_not_count() -> None:
    """Dated the 9th, it tells of the 11th as past: all that it says is known from the end of the 11th."""
    text = "Taliban fighters captured Kunduz. On 11 August 2021 they captured Faizabad, the governor said."
    with in_memory() as database:
        database.add(FIRST)
        before = asked(database)
        database.add(replace(FIRST, text=text, published=Published(date(2021, 8, 9))))
        assert asked(database) == before
        assert database.control("Kunduz", on="2021-08-11", as_of="2021-08-11").state.holder == "Taliban"


PLACES = ("Kunduz", "Aibak", "Taloqan")
SENTENCES = tuple(
    f"{told} {place} on Sunday, {who} said."
    for told in ("Taliban fighters captured", "Soldiers shelled the north of", "The army retook")
    for place in PLACES
    for who in ("the governor", "residents of the city")
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True).map(" ".join)
DRESSES = (
    "https://wire.example/2021/kunduz", "http://www.wire.example/2021/kunduz/?utm_source=mail",
    "wire.example/2021/kunduz#top",
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from((*DRESSES, None)), st.booleans()), min_size=1, max_size=5))
def test_no_stream_of_edits_leaks_hindsight(edits: list[tuple[str, str | None, bool]]) -> None:
    """Whatever comes in after the first edition, under its date, changes nothing known before."""
    clock = iter(NOW + timedelta(minutes=minute) for minute in range(10_000))
    with Database(Store.in_memory(clock=lambda: next(clock))) as database:
        database.add(replace(FIRST, name="r1"))
        before = _known(database)
        for text, address, whole in edits:
            words = text if whole else f"{FIRST.text} {text}"
            database.add(replace(FIRST, text=words, address=address, name="r1"))
            assert _known(database) == before


def _known(database: Database) -> list[tuple[object, ...]]:
    claims = database.view(as_of="2021-08-11").resolved.claims
    return [(claim.id, claim.known_from, claim.days) for claim in claims]


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
def test_articles_of_their_own_are_known_from_their_date(texts: list[str]) -> None:
    with Database(Store.in_memory(clock=lambda: NOW)) as database:
        for number, text in enumerate(texts):
            about = f"Number {number}: " + " ".join(f"{word}{number}" for word in ALPHABET)
            report = Report(f"{about} {text}", "Wire", published=DAY, name=f"r{number}")
            assert database.add(report).editions == 0
        assert len(database.view(as_of="2021-08-08").resolved.record.reports) == len(texts)


ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz") * 3


def test_a_hot_day_of_one_outlet_is_gone_through_by_marks() -> None:
    """An edition is found among thousands of reports of one outlet and day, and they are none."""
    with Store.in_memory(clock=lambda: NOW) as store:
        posts = [
            replace(NOWHERE, text=" ".join(f"{word}{number}" for word in ALPHABET), name=f"r{number}")
            for number in range(300)
        ]
        took_in = list(ingest(posts, store, extractor=lambda one: Extraction(one.key, "none/1")))
        assert not any(one.edition for one in took_in if isinstance(one, Ingested))
        edited = replace(posts[150], text=f"{posts[150].text} Kunduz has fallen.", name="another")
        (done,) = ingest([edited], store, extractor=lambda one: Extraction(one.key, "none/1"))
        assert isinstance(done, Ingested)
        assert done.edition
        assert store.report(edited.key).known_from == NOW


def test_a_date_in_the_future_is_not_taken() -> None:
    ahead = Published(date(2031, 1, 1))
    with Database(Store.in_memory(clock=lambda: NOW)) as database:
        done = database.add(replace(FIRST, published=ahead, name="r1"))
        assert (done.new, done.dated, done.rejected) == (1, 0, 0)
        (problem,) = done.problems
        assert (problem.where, "2031-01-01, lies in the future" in problem.why) == ("r1", True)
        assert database.store.report(FIRST.key).known_from == NOW
        assert database.add(FIRST).dated == 1
        tomorrow = replace(OTHER, published=Published(date(2021, 8, 13)), address=None)
        assert not database.add(tomorrow).problems


def test_posts_of_one_channel_are_no_editions() -> None:
    with in_memory() as database:
        database.add(replace(OTHER, address="https://channel.example"))
        database.add(replace(SECOND, address="https://channel.example"))
        assert asked(database)[1] == "Taliban"
