"""The states of places are the same whichever process works them out."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_records import Act, acts

from whoholds.database import Database, in_memory, map_apart
from whoholds.database.map_apart import COMMAND, _workers, explained_of_all, told_of_all
from whoholds.database.map_packed import dumped, pack_bases, unpack_bases, unpack_told
from whoholds.database.map_page import Span, _days
from whoholds.database.map_reasons import public_terms, reasons_of
from whoholds.database.map_states import Basis, bases_of
from whoholds.database.map_turns import Days, Told, told_of
from whoholds.database.map_worker import worked_out
from whoholds.database.view import View
from whoholds.exports.page_reasons import explained
from whoholds.trust import newest_fit


def stood_on(database: Database) -> tuple[View, Days, dict[str, list[Basis]]]:
    """What each place of a record stands on."""
    view = database.view()
    days, fits = Days(_days(view, Span())), database.store.fits()
    return view, days, bases_of(view, lambda moment: newest_fit(fits, moment), days.days[-1])


def told_here(bases: dict[str, list[Basis]], days: Days, view: View) -> dict[str, Told]:
    return {place: told_of(one, days, view.by_id) for place, one in bases.items()}


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, however little there is to do."""
    for name, value in {"LEAST": 0, "BATCH": 20, "cores": lambda: 2}.items():
        monkeypatch.setattr(map_apart, name, value)


@pytest.mark.usefixtures("apart")
def test_in_processes_as_in_one(sample: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    view, days, bases = stood_on(sample)
    some = {place: bases[place] for place in list(bases)[:12]}
    here = told_here(some, days, view)
    numbers, public = {place: number for number, place in enumerate(some)}, public_terms(view.by_id)
    reasons = {place: explained(place, numbers[place], reasons_of(here[place], public)) for place in some}
    assert explained_of_all(here, numbers, view.by_id) == reasons
    monkeypatch.setattr(map_apart, "told_of", None)  # all of it is answered by the processes
    assert told_of_all(some, days, view.by_id) == here


def test_control_c_ends_the_processes() -> None:
    def stopped(begun: list[subprocess.Popen[bytes]]) -> None:
        with _workers(1, Days([])) as workers:
            begun += workers
            raise KeyboardInterrupt

    begun: list[subprocess.Popen[bytes]] = []
    with pytest.raises(KeyboardInterrupt):
        stopped(begun)
    assert [worker.poll() is not None for worker in begun] == [True]


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize(
    ("executable", "command"),
    [
        (sys.executable, ("-c", "pass")),
        (sys.executable, ("-c", "import sys; sys.stdin.read(9)")),
        ("/nowhere/python", ()),
    ],
)
def test_what_a_process_does_not_answer_is_worked_out_here(
    sample: Database, executable: str, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, days, bases = stood_on(sample)
    some = {place: bases[place] for place in list(bases)[:3]}
    monkeypatch.setattr(map_apart, "COMMAND", command)
    monkeypatch.setattr(sys, "executable", executable)
    assert told_of_all(some, days, view.by_id) == told_here(some, days, view)


@settings(max_examples=10)
@given(done=st.lists(acts, min_size=3, max_size=8))
def test_what_is_handed_over_gives_the_same(
    done: list[Act], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = tmp_path_factory.mktemp("record")
    with in_memory() as database:
        for act in done:
            act(database, folder)
        view, days, bases = stood_on(database)
    packed = {place: pack_bases(one, view.by_id) for place, one in bases.items()}
    handed = pickle.loads(dumped(packed))
    assert {place: unpack_bases(one) for place, one in handed.items()} == bases
    answers = pickle.loads(dumped(worked_out(handed, days)))
    told = {place: unpack_told(answers[place], one) for place, one in bases.items()}
    assert told == told_here(bases, days, view)


def test_a_process_ends_with_the_one_that_asks_it() -> None:
    worker = subprocess.Popen((sys.executable, *COMMAND), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert worker.stdin is not None
    worker.stdin.write(dumped([]))
    worker.stdin.close()
    assert worker.wait(60) == 0
