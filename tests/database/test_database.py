"""Questions to a record: each answer is named by day, moment of knowledge, ledger and method."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from told import SAMPLE, Telling, taken

import whoholds
from whoholds.database import Database, in_memory
from whoholds.errors import InputError, NotFoundError, StoreError
from whoholds.model import Coded, Report
from whoholds.picture import ControlState

TALIBAN, GOVERNMENT = "Taliban", "Afghan government"


def test_a_report_is_taken_in_and_its_place_asked_for(database: Database) -> None:
    added = database.add_text(
        "Taliban fighters captured Kunduz on Sunday, residents said.", published="2021-08-09", outlet="Wire"
    )
    assert added.new
    answer = database.control("Kunduz")
    assert (answer.state.on, answer.state.holder) == (date(2021, 8, 9), TALIBAN)
    (claim,) = answer.claims.values()
    assert claim.days.start == claim.days.end == date(2021, 8, 8)
    assert (answer.province, answer.country) == ("Kunduz", "Afghanistan")


def test_the_same_folder_again_changes_nothing(tmp_path: Path, database: Database) -> None:
    (tmp_path / "a.txt").write_text("Rebels captured Kunduz, residents said.", encoding="utf-8")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8")
    first = database.add(tmp_path, published="2021-08-09")
    before = database.picture()
    again = database.add(tmp_path, published="2021-08-09")
    assert (first.new, first.skipped, again.new, again.known) == (1, 1, 0, 1)
    assert database.picture() is before


class TestClocks:
    def test_nothing_is_known_before_it_was_published(self, sample: Database) -> None:
        kunduz = sample.control("Kunduz", on="2021-08-20", as_of="2021-08-07").state
        assert kunduz.holder != TALIBAN
        assert all(claim.known_from.date() <= date(2021, 8, 7) for claim in sample.claims(as_of="2021-08-07"))
        assert sample.control("Kunduz", on="2021-08-20", as_of="2021-08-20").state.holder == TALIBAN

    def test_a_baseline_does_not_tell_the_future(self, sample: Database, tmp_path: Path) -> None:
        table = tmp_path / "base.csv"
        table.write_text(
            "place,holder,from,province\nKunduz,Afghan government,2021-05-01,Kunduz\n"
            "Kunduz,Taliban,2021-08-09,Kunduz\n",
            encoding="utf-8",
        )
        with in_memory() as database:
            database.baseline(table)
            early = database.control("Kunduz", as_of="2021-06-01", on="2021-08-09").state
            late = database.control("Kunduz", as_of="2021-08-09", on="2021-08-09").state
            assert (early.holders.get(TALIBAN), early.holder) == (None, GOVERNMENT)
            assert late.holders[TALIBAN] > early.holders.get(TALIBAN, 0.0)

    def test_a_date_given_later_resolves_and_the_earlier_answer_stays(self, database: Database) -> None:
        report = Report("Taliban fighters captured Kunduz on Sunday, residents said.", outlet="Wire")
        database.add(report)
        before = database.sequence()
        undated = database.control("Kunduz", on="2021-08-09", recorded=before)
        database.add(report, published="2021-08-09")
        dated = database.control("Kunduz", on="2021-08-09")
        assert [claim.days.start for claim in undated.claims.values()] == [None]
        assert [claim.days.start for claim in dated.claims.values()] == [date(2021, 8, 8)]
        again = database.control("Kunduz", on="2021-08-09", recorded=before)
        assert again.state == undated.state
        assert again.state.recorded == before

    def test_an_answer_by_its_name_outlives_the_process(self, tmp_path: Path) -> None:
        path = tmp_path / "war.whoholds"
        with whoholds.open(path) as database:
            database.add_text("Taliban fighters captured Kunduz, residents said.", published="2021-08-08")
            first = database.control("Kunduz").state
            database.add_text("The army retook Kunduz on Tuesday, residents said.", published="2021-08-11")
            assert database.control("Kunduz", on=first.on, recorded=first.recorded).state == first
        with whoholds.open(path, write=False) as reader:
            assert reader.control("Kunduz", on=first.on, recorded=first.recorded).state == first
            with pytest.raises(StoreError):
                reader.add_text("More.")

    def test_what_is_recorded_later_of_the_past_is_hindsight(self, tell: Telling, database: Database) -> None:
        tell(taken(claimer="residents"), published="2021-08-09")
        first = database.sequence()
        tell(taken(claimer="aid workers"), published="2021-08-09", outlet="Other")
        assert len(database.claims(as_of="2021-08-09")) == 2
        assert len(database.claims(as_of="2021-08-09", recorded=first)) == 1

    def test_an_answer_kept_is_the_answer_worked_out_anew(self, sample: Database) -> None:
        with in_memory() as other:
            other.baseline(SAMPLE / "baseline.csv")
            other.add(SAMPLE / "reports.jsonl")
            for moment in ("2021-08-09", "2021-08-13"):
                kept = [_unnamed(answer.state) for answer in sample.controls(as_of=moment)]
                assert kept == [_unnamed(answer.state) for answer in other.controls(as_of=moment)]

    @pytest.mark.parametrize("wrong", ["yesterday", "2021-8-9", "09/08/2021"])
    def test_unclear_dates_are_refused(self, database: Database, wrong: str) -> None:
        with pytest.raises(InputError, match="not clear"):
            database.controls(as_of=wrong)

    def test_a_moment_needs_its_zone(self, database: Database) -> None:
        with pytest.raises(InputError, match="time zone"):
            database.controls(as_of=datetime(2021, 8, 9))

    def test_a_bare_date_means_its_end(self, sample: Database) -> None:
        by_day = sample.claims(as_of=date(2021, 8, 9))
        assert by_day == sample.claims(as_of=datetime(2021, 8, 9, 23, 59, 59, 999999, tzinfo=UTC))
        assert len(sample.claims(as_of=datetime(2021, 8, 9, tzinfo=UTC))) < len(by_day)

    def test_a_sequence_not_reached_is_refused(self, database: Database) -> None:
        with pytest.raises(NotFoundError):
            database.controls(recorded=7)


def _unnamed(state: ControlState) -> ControlState:
    return replace(state, recorded=0)


class TestJudgements:
    def test_a_rejected_claim_is_no_evidence_and_is_shown(self, tell: Telling, database: Database) -> None:
        tell(taken(claimer="residents"))
        (claim,) = database.claims()
        before = database.sequence()
        assert database.judge(claim.id[:8], "reject", reason="another town of the name")
        rejected = database.control("Kunduz")
        assert rejected.state.evidence == ()
        assert rejected.why().set_aside[0].claim == claim.id
        assert "rejected by an analyst" in "\n".join(rejected.why().lines)
        assert database.control("Kunduz", recorded=before).state.holder == TALIBAN

    def test_an_amended_claim_is_resolved_anew(self, tell: Telling, database: Database) -> None:
        tell(taken(claimer="residents"))
        (claim,) = database.claims()
        database.judge(f"c:{claim.id}", "amend", reason="misread", amended=Coded(place="Herat", actor="ISIS"))
        (amended,) = database.claims(place="Herat")
        assert (amended.id, amended.judged) == (claim.id, "amend")
        assert database.claims(place="Kunduz") == ()
        database.judge(claim.id, "reset", reason="it was right")
        assert database.claims() == (claim,)
        assert [judged.judgement.verdict.value for judged in database.judgements(claim.id)] == [
            "amend",
            "reset",
        ]

    def test_a_verdict_given_later_is_hindsight_in_an_earlier_view(
        self, tell: Telling, database: Database
    ) -> None:
        tell(taken(claimer="residents"))
        (claim,) = database.claims()
        database.judge(claim.id, "reject", reason="another town of the name")
        early = database.control("Kunduz", as_of="2021-08-10")
        assert early.hindsight == {claim.id}
        assert f"Judged in hindsight, after the moment of this view: [c:{claim.id[:8]}]" in early.why().lines
        assert database.control("Kunduz").hindsight == set()

    @pytest.mark.parametrize(
        ("name", "verdict", "error"),
        [("ffffffffffff", "reject", NotFoundError), ("", "wrong", InputError), ("", "amend", InputError)],
    )
    def test_what_cannot_be_judged(
        self, tell: Telling, database: Database, name: str, verdict: str, error: type[Exception]
    ) -> None:
        tell(taken())
        with pytest.raises(error):
            database.judge(name or database.claims()[0].id, verdict, reason="…")


def test_a_claim_its_outlet_took_back_is_no_evidence_from_then_on(sample: Database) -> None:
    taken_back = [claim for claim in sample.claims() if claim.retracted]
    assert {(claim.place_name, claim.outlet) for claim in taken_back} == {
        ("Lashkar Gāh", "Kabul Evening Sheet")
    }
    ids = {claim.id for claim in taken_back}
    before = sample.control("Lashkar Gah", on="2021-08-05", as_of=taken_back[0].known_from)
    after = sample.control("Lashkar Gah", on="2021-08-05", as_of="2021-08-05")
    assert ids & {row.claim for row in before.state.evidence}
    assert not ids & {row.claim for row in after.state.evidence}
    assert ids <= {voice.claim for voice in after.why().set_aside}


def test_a_place_of_ones_own_is_read_in_reports_added_before(tmp_path: Path, database: Database) -> None:
    database.add_text("The Taliban captured Zargaran Bala on Sunday, residents said.", published="2021-08-09")
    assert not [claim for claim in database.claims() if claim.place_name == "Zargaran Bala"]
    before = database.sequence()
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon,country\nZargaran Bala,36.7,68.9,AF\n", encoding="utf-8")
    assert database.add_places(table) == 1
    answer = database.control("Zargaran Bala")
    assert answer.state.holder == TALIBAN
    assert answer.state.place.lat == 36.7
    assert answer.state.method != database.view(recorded=before).method
    assert database.claims(recorded=before) == ()


def test_a_place_merged_into_another_lends_it_its_name(tmp_path: Path, database: Database) -> None:
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon,country\nQonduz Old Town,36.7,68.9,AF\n", encoding="utf-8")
    database.add_places(table)
    own = database.search_place("Qonduz Old Town")
    kunduz = database.search_place("Kunduz")
    before = database.sequence()
    assert database.merge_places(own.id, kunduz.id)
    assert database.search_place("Qonduz Old Town") == kunduz
    assert database.view(recorded=before).gazetteer.get(own.id) == own


class TestPlaces:
    @pytest.mark.parametrize("name", ["Kunduz", "kunduz", "KUNDUZ", "Qunduz", "Kunduz, Afghanistan"])
    def test_any_spelling(self, sample: Database, name: str) -> None:
        assert sample.search_place(name).id == sample.search_place("Kunduz").id

    def test_an_id(self, sample: Database) -> None:
        assert sample.search_place("ne:AF-KDZ").kind == "province"

    def test_near_spellings_are_offered(self, sample: Database) -> None:
        with pytest.raises(NotFoundError, match="Kunduz"):
            sample.search_place("Kundzu")

    def test_of_homonyms_the_one_that_is_told_of(self, sample: Database) -> None:
        assert sample.search_place("Farah").country == "AF"


def test_questions_over_all_places(sample: Database) -> None:
    answers = sample.controls(on="2021-08-16")
    assert [answer.state.place.name for answer in answers] == sorted(a.state.place.name for a in answers)
    held = {a.state.place.name for a in answers if a.state.holder == TALIBAN}
    assert {"Kunduz", "Zaranj", "Sar-e Pul"} <= held
    changed = {c.place.name for c in sample.diff("2021-08-05", "2021-08-16")}
    assert "Kunduz" in changed
    entries = sample.timeline("2021-08-06", "2021-08-09", place="Zaranj")
    assert entries
    assert all(entry.event.days.end is None or entry.event.days.end >= date(2021, 8, 6) for entry in entries)
    assert all(len(one.stands) > 1 for one in sample.conflicts())


def test_a_dossier_holds_all_of_a_place(sample: Database) -> None:
    found = sample.dossier("Zaranj", on="2021-08-09")
    assert found.state == sample.control("Zaranj", on="2021-08-09").state
    assert set(found.claims) == set(sample.claims(place="Zaranj"))
    assert found.history[-1].holder == TALIBAN
    assert found.silences


def test_claims_by_what_they_are(sample: Database) -> None:
    strikes = sample.claims(type="airstrike")
    assert {claim.claim.type.value for claim in strikes} == {"airstrike"}
    told = sample.claims(report="dw-2021-05-04-helmand-fighting")
    assert {claim.report_name for claim in told} == {"dw-2021-05-04-helmand-fighting"}
    with pytest.raises(InputError, match="airstrike"):
        sample.claims(type="air raid")


def test_purged_reports_leave_no_claims(database: Database) -> None:
    database.add_text(
        "Taliban fighters captured Kunduz, residents said.", published="2021-08-09", name="a.txt"
    )
    assert database.claims()
    database.purge("a.txt", reason="asked by the family")
    assert database.claims() == ()


def test_an_export_that_there_is_not(database: Database) -> None:
    with pytest.raises(InputError, match="geojson"):
        database.export("shapefile")
