from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved, of_taliban

from whoholds.control.evidence import Row, rows_of
from whoholds.control.redundancy import weigh
from whoholds.control.table import control_table
from whoholds.independence import voices
from whoholds.picture import ResolvedClaim

TABLE = control_table()
DAY = date(2021, 8, 9)
FULL, RESTATED = math.log(12), math.log(4)


def weighed(*claims: ResolvedClaim) -> tuple[Row, ...]:
    rows = [row for claim in claims for row in rows_of(claim, TABLE)]
    return weigh(rows, voices(claims), TABLE.redundancy)


def nats(*claims: ResolvedClaim) -> list[float]:
    return [row.nats for row in weighed(*claims)]


def test_a_single_claim_keeps_its_weight() -> None:
    assert nats(make_resolved()) == [FULL]


def test_two_outlets_count_twice() -> None:
    assert nats(make_resolved(), make_resolved(outlet="Evening Post")) == [FULL, FULL]


@pytest.mark.parametrize("count", [2, 5, 50])
def test_a_cluster_counts_its_best_and_a_little_for_repetition(count: int) -> None:
    claims = [make_resolved(id=f"c{number:02}") for number in range(count)]
    assert sum(nats(*claims)) == pytest.approx(FULL + min(0.25 * math.log(count), 0.5))


def test_a_syndicated_sentence_counts_once() -> None:
    story = "Insurgents overran the northern city on Sunday after two days of street fighting."
    claims = [make_resolved(outlet=f"Paper {number}", quote=story) for number in range(20)]
    assert sum(nats(*claims)) == pytest.approx(FULL + 0.5)


@pytest.mark.parametrize("gap", [10, 45, 200])
def test_a_voice_that_repeats_itself_weighs_less(gap: int) -> None:
    later = make_resolved("hold", published=DAY + timedelta(days=gap))
    assert nats(make_resolved("hold"), later)[1] == pytest.approx(RESTATED * (1 - math.exp(-gap / 45)))


def held(after: int, name: str, actor: str = TALIBAN) -> ResolvedClaim:
    """Who holds the place by the Daily Wire on a stated day, so many days later."""
    return make_resolved(
        "hold", id=name, actor=actor, published=DAY + timedelta(after), day=DAY + timedelta(after)
    )


def test_a_voice_that_takes_back_what_it_said_and_says_it_again_tells_news() -> None:
    """A table that corrects itself twice in three days means its last word, not a repetition of its first."""
    told = weighed(held(0, "a"), held(1, "b", GOVERNMENT), held(2, "c"))
    assert [row.nats for row in told] == pytest.approx([FULL, FULL * 1.5, FULL * 1.5])


def test_a_change_of_another_day_is_told_in_full() -> None:
    """He told of a capture before; the words name another day: it fell again, and that is no repetition."""
    later = DAY + timedelta(days=30)
    again = [make_resolved(published=later, day=later), make_resolved(published=later)]
    dated, undated = (weighed(make_resolved(day=DAY), one)[-1].nats for one in again)
    assert dated == pytest.approx(FULL)
    assert undated == pytest.approx(FULL * (1 - math.exp(-30 / 45)))


def test_after_days_of_fighting_the_same_words_tell_news() -> None:
    fought = make_resolved("clash", published=DAY + timedelta(days=2), id="b")
    again = make_resolved("hold", published=DAY + timedelta(days=4), id="c")
    assert nats(make_resolved("hold", id="a"), fought, again)[2] == pytest.approx(RESTATED)


def test_fighting_told_on_the_same_day_makes_no_news_of_a_repetition() -> None:
    fought = make_resolved("clash", id="b")
    later = DAY + timedelta(days=10)
    again = [make_resolved("hold", published=later, id="c"), make_resolved("clash", published=later, id="d")]
    assert nats(make_resolved("hold", id="a"), fought, *again)[2] < FULL / 4


def test_a_voice_that_changes_its_mind_weighs_more() -> None:
    first, second = weighed(make_resolved("hold"), held(20, "b", GOVERNMENT))
    assert second.nats == pytest.approx(FULL * 1.5)
    assert "said before that Taliban holds it" in second.evidence.reason
    assert first.nats == RESTATED


def test_who_says_otherwise_without_a_day_or_a_change_weighs_no_more() -> None:
    """He may have erred now, or before: nothing says that he looked again."""
    back = make_resolved("hold", actor=GOVERNMENT, published=DAY + timedelta(days=20))
    assert nats(make_resolved("hold"), back) == pytest.approx([RESTATED, RESTATED])


def test_a_family_gives_at_most_its_budget() -> None:
    voices_of_one_side = [
        make_resolved(claimer=f"commander {letter * 9}", side="Militia", recipient="Militia")
        for letter in "abcdef"
    ]
    assert sum(nats(*voices_of_one_side)) == pytest.approx(4.0)


def test_the_budget_is_new_when_a_family_tells_something_new() -> None:
    outlet = [make_resolved(claimer=f"{word} residents") for word in ("northern", "southern", "eastern")]
    back = make_resolved(actor=GOVERNMENT, published=DAY + timedelta(days=20))
    assert sum(nats(*outlet)) == pytest.approx(4.0)
    assert nats(*outlet, back)[-1] == pytest.approx(FULL)


def test_every_row_keeps_its_line_and_says_why_it_counts_less() -> None:
    rows = weighed(make_resolved(id="a"), make_resolved(id="b"), make_resolved(id="c", **of_taliban()))
    assert {row.claim.id for row in rows} == {"a", "b", "c"}
    least = min(rows, key=lambda row: row.nats)
    assert "repeats what Daily Wire says" in least.evidence.reason
    assert dict(least.evidence.features)["redundancy"] < 0.1


def test_the_second_row_of_a_claim_is_scaled_with_the_first() -> None:
    early, _, _, repeated = weighed(*(make_resolved(id=name, day=DAY) for name in "ab"))
    assert early.not_yet
    assert repeated.nats < early.nats


def test_repetition_gains_nothing_by_a_change_of_mind() -> None:
    back = [held(20, name, GOVERNMENT) for name in "ab"]
    assert sum(nats(make_resolved("hold"), *back)[1:]) == pytest.approx(FULL * 1.5 + 0.25 * math.log(2))
