from __future__ import annotations

import copy
from typing import Any

import pytest

from whoholds.control.table import control_table, table_of
from whoholds.errors import DataError
from whoholds.lexicon import read_ontology


def test_the_shipped_numbers_are_those_of_the_method() -> None:
    table = control_table()
    assert 1.5 <= table.ratios["own_gain"].value <= 2
    assert all(8 <= table.ratios[name].value <= 12 for name in ("reporter", "monitor", "media", "resident"))
    assert 30 <= table.ratios["admission"].value <= 50
    assert table.ratios["denied_loss"].value == 0.6
    assert (table.prior, table.status.held, table.status.leaning, table.status.origins) == (0.6, 0.8, 0.6, 2)
    assert (table.time.horizon_moving, table.time.horizon_quiet, table.time.reported_hours) == (45, 180, 72)
    assert table.redundancy.family_nats == 4


def test_where_a_side_speaks_for_itself_an_admission_is_strong_and_a_gain_and_a_denial_are_weak() -> None:
    table = control_table()
    takes, holds = (table.starting("own_gain", act).value for act in ("takes", "holds"))
    assert 1 < takes <= holds < table.starting("outsider", "restates").value
    assert table.starting("admission", "leaves").value > 3 * table.starting("reporter", "takes").value
    assert 1 / table.starting("denied_loss", "denies").value < takes


def test_what_is_told_without_a_day_weighs_less_than_what_was_seen_on_one() -> None:
    for kind in ("reporter", "monitor", "media", "official", "resident", "other", "outsider"):
        table = control_table()
        assert table.starting(kind, "restates").value < table.starting(kind, "holds").value
        assert table.starting(kind, "holds") == table.ratios[kind]


def test_every_ratio_says_why() -> None:
    assert all(ratio.label and ratio.reason for ratio in control_table().ratios.values())


WRONG: list[tuple[tuple[str, ...], Any, str]] = [
    (("ratios", "own_gain", "value"), 0, "above 0"),
    (("hedges", "possible"), 1.5, "0 to 1"),
    (("readers", "default"), 0.01, "error rates"),
    (("admiralty", "reporter"), "G", "A to F"),
    (("status", "leaning"), 0.9, "leaning < held"),
    (("time", "horizon_quiet"), 0, "above 0"),
    (("region", "quiet"), 1.5, "at most 1"),
    (("region", "fade_days"), 0, "above 0"),
    (("acts", "own_gain", "boasts"), {"value": 2.0, "label": "a", "reason": "b"}, "known classes"),
    (("ratios", "rumour"), {"value": 2.0, "label": "a", "reason": "b"}, "exactly the known"),
]


@pytest.mark.parametrize(("path", "value", "said"), WRONG)
def test_a_wrong_number_is_refused(path: tuple[str, ...], value: Any, said: str) -> None:
    rows: Any = copy.deepcopy(dict(read_ontology("control")))
    part = rows
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    with pytest.raises(DataError, match=said):
        table_of(rows)


def test_a_missing_section_is_refused() -> None:
    rows = {name: part for name, part in read_ontology("control").items() if name != "hazard"}
    with pytest.raises(DataError, match="lacks a section"):
        table_of(rows)


def test_the_version_changes_with_a_number() -> None:
    rows: Any = copy.deepcopy(dict(read_ontology("control")))
    rows["ratios"]["media"]["value"] = 9.0
    assert table_of(rows).version != control_table().version
