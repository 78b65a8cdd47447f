"""Claims coded by people, in the codebook's names."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from whoholds.errors import InputError
from whoholds.model import Claim, Coded, Estimate, EventType, Factuality, Figure, Precision, Stage
from whoholds.reports import read_coded

TEXT = (
    "The town is quiet. Fighters took Kunduz on Sunday, killing about 20 soldiers, officials said. It fell."
)
QUOTE = "Fighters took Kunduz on Sunday, killing about 20 soldiers, officials said."
GOLD = Path(__file__).parents[2].parent / "shared" / "gold"


def claim(**more: Any) -> dict[str, Any]:
    return {"quote": QUOTE, "type": "capture"} | more


def written(tmp_path: Path, *lines: Any) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    return path


FULL = claim(
    **{"start_char": 19, "end_char": 93, "trigger": "took", "note": "ignored", "optional": True},
    **{"actor": "Taliban", "recipient": "Afghan government", "side": "Afghan government"},
    **{"place": "Kunduz", "place_id": "gn:1135689", "lat": 36.7, "lon": 68.8, "precision": "district"},
    **{"start": "2021-08-08", "end": "2021-08-08", "ongoing": False},
    **{"claimer": "officials", "relayed_by": "AFP", "factuality": "probable", "unverified": True},
    figures=[{"kind": "killed", "who": "soldiers", "low": 20, "best": 20, "high": 20, "text": "about 20"}],
)
LINE = {"id": "r1", "outlet": "Wire", "published": "2021-08-08", "text": TEXT, "extractor": "anna"}


def full_claim(tmp_path: Path) -> Claim:
    """The claim with every value."""
    ((_, read),) = read_coded(written(tmp_path, LINE | {"claims": [FULL]}))
    (coded,) = read.claims
    return coded


def test_the_report_of_coded_claims_says_who_coded_it(tmp_path: Path) -> None:
    ((report, read),) = read_coded(written(tmp_path, LINE | {"claims": [FULL]}))
    assert (report.kind, report.name, report.text, read.extractor) == ("coded", "r1", TEXT, "coded:anna")


def test_words_that_stand_in_the_quotation_have_their_place_there(tmp_path: Path) -> None:
    coded = full_claim(tmp_path)
    assert coded.quote.of(TEXT) == QUOTE
    assert coded.actor is None  # "Taliban" does not stand in the quotation
    assert coded.trigger is not None
    assert coded.place is not None
    assert coded.attribution.claimer is not None
    found = (coded.trigger, coded.place.span, coded.attribution.claimer.span)
    assert [span.of(TEXT) for span in found] == ["took", "Kunduz", "officials"]


def test_what_the_codebook_codes_is_the_claims_own(tmp_path: Path) -> None:
    coded = full_claim(tmp_path)
    assert coded.attribution.relayed_by == "AFP"
    assert (coded.type, coded.factuality, coded.unverified) == (EventType.CAPTURE, Factuality.PROBABLE, True)
    assert coded.figures == (Figure("killed", "soldiers", Estimate(20, 20, 20), "about 20"),)
    assert coded.precision is Precision.EXACT


def test_what_people_gave_stands_in_place_of_what_the_words_resolve_to(tmp_path: Path) -> None:
    day = date(2021, 8, 8)
    assert full_claim(tmp_path).coded == Coded(
        place="Kunduz",
        place_id="gn:1135689",
        lat=36.7,
        lon=68.8,
        precision=Precision.DISTRICT,
        actor="Taliban",
        recipient="Afghan government",
        claimer="officials",
        relayed_by="AFP",
        side="Afghan government",
        start=day,
        end=day,
        factuality=Factuality.PROBABLE,
    )


@pytest.mark.parametrize("text", [5, 5.5, True, ["It fell."], {"en": "It fell."}])
def test_a_text_that_is_none_is_refused_with_its_line(tmp_path: Path, text: Any) -> None:
    path = written(tmp_path, LINE | {"claims": [FULL]}, LINE | {"text": text, "claims": [claim()]})
    with pytest.raises(InputError, match=r'line 2: "text" is not a text\.'):
        list(read_coded(path))


def test_without_a_text_it_is_the_quotations(tmp_path: Path) -> None:
    claims = [
        claim(start_char=400),
        claim(type="clash", start_char=400),
        claim(quote="It fell.", type="hold"),
    ]
    ((report, read),) = read_coded(written(tmp_path, {"id": "r1", "claims": claims}))
    assert report.text == f"{QUOTE}\nIt fell."
    assert [found.quote.of(report.text) for found in read.claims] == [QUOTE, QUOTE, "It fell."]


def test_a_title_above_the_text_moves_the_offsets(tmp_path: Path) -> None:
    line = {"id": "r1", "title": "Kunduz falls", "text": TEXT, "claims": [claim(start_char=19)]}
    ((report, read),) = read_coded(written(tmp_path, line))
    assert report.text == f"Kunduz falls\n\n{TEXT}"
    assert read.claims[0].quote.of(report.text) == QUOTE


@pytest.mark.parametrize(
    ("said", "stands"), [(0, 0), (9, 9), (8, 9), (7, 9), (3, 0), (99, 9), (-5, 0), (None, 0)]
)
def test_wrong_offsets_give_way_to_the_nearest_place(tmp_path: Path, said: int | None, stands: int) -> None:
    line = {"id": "r", "text": "It fell. It fell.", "claims": [claim(quote="It fell.", start_char=said)]}
    ((_, read),) = read_coded(written(tmp_path, line))
    assert read.claims[0].quote.start == stands


def test_single_claims_are_gathered_by_report_and_coder(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        claim(report="r1", outlet="A", extractor="anna"),
        claim(id="r2", published="2021-08-09"),
        claim(report="r1", type="clash", extractor="anna"),
    )
    (one, read), (two, other) = read_coded(path)
    assert (one.name, one.outlet, [found.type for found in read.claims]) == ("r1", "A", ["capture", "clash"])
    assert (two.name, read.extractor, other.extractor) == ("r2", "coded:anna", "coded:import")
    assert two.published is not None


def test_unnamed_claimer_and_stage(tmp_path: Path) -> None:
    line = {"id": "r", "claims": [claim(type="ceasefire", claimer="unnamed", stage="Called for")]}
    ((_, read),) = read_coded(written(tmp_path, line))
    found = read.claims[0]
    assert (found.attribution.unnamed, found.attribution.claimer, found.stage) == (
        True,
        None,
        Stage.CALLED_FOR,
    )
    assert found.coded is not None
    assert found.coded.claimer is None


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ({"quote": "Nobody said this."}, "does not stand in the text"),
        ({"quote": None}, 'no "quote"'),
        ({"type": "conquest"}, "not known"),
        ({"type": None}, 'no "type"'),
        ({"lat": 99, "lon": 0}, "no place"),
        ({"lat": 36.7}, "no place"),
        ({"lat": float("nan"), "lon": 0}, "no place"),
        ({"start": "August"}, "not clear"),
        ({"start": "2021-08-09", "end": "2021-08-08"}, "after it ends"),
        ({"factuality": "sure"}, "not known"),
        ({"unverified": "yes"}, "true or false"),
        ({"figures": [{"kind": "killed", "low": "many"}]}, "whole number"),
        ({"figures": 3}, "list"),
        ({"place": {"name": "Kunduz"}}, "not a text"),
    ],
)
def test_a_bad_claim_is_named_by_line_and_number(tmp_path: Path, bad: dict[str, Any], why: str) -> None:
    path = written(tmp_path, {"text": TEXT, "claims": []}, {"text": TEXT, "claims": [claim(), claim(**bad)]})
    with pytest.raises(InputError, match=why) as refused:
        read_coded(path)
    assert str(refused.value).startswith(f"{path}, line 2, claim 2: ")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"text": TEXT}, "neither"),
        ({"id": "r", "claims": 3}, "list"),
        ({"id": "r", "claims": []}, "no"),
        ([1], "object"),
    ],
)
def test_a_line_that_is_neither_is_refused(tmp_path: Path, line: Any, why: str) -> None:
    with pytest.raises(InputError, match=why) as refused:
        read_coded(written(tmp_path, line))
    assert "line 1" in str(refused.value)


@pytest.mark.parametrize("name", ["seed.jsonl", "dev.jsonl"])
def test_the_gold_is_read_whole(name: str) -> None:
    if not GOLD.is_dir():
        pytest.skip("the gold annotations are not beside the project")
    lines = [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]
    read = read_coded(GOLD / name)
    assert len(read) == len(lines)
    for line, (report, extraction) in zip(lines, read, strict=True):
        assert report.text == line["text"]
        spans = [(claim.quote.start, claim.quote.end) for claim in extraction.claims]
        assert spans == [(claim["start_char"], claim["end_char"]) for claim in line["claims"]]
        assert [claim.quote.of(report.text) for claim in extraction.claims] == [
            c["quote"] for c in line["claims"]
        ]


def test_all_lines_that_are_wrong_are_told(tmp_path: Path) -> None:
    good, bad = {"text": TEXT, "claims": [claim()]}, {"text": TEXT, "claims": [claim(lat=99, lon=0)]}
    with pytest.raises(InputError) as refused:
        read_coded(written(tmp_path, good, bad, {"text": TEXT}, "no", good))
    first, second, third, last = str(refused.value).split("\n")
    assert "line 2, claim 1: " in first
    assert "line 3 has neither" in second
    assert "line 4 is not a JSON object" in third
    assert last.startswith("Nothing was taken")


def test_exported_claims_of_one_report_without_a_name_stay_in_one_report(tmp_path: Path) -> None:
    quotes = ("Residents said Kunduz had fallen.", "A doctor said that Kunduz had fallen.")
    lines = [
        {"id": f"c{number}", "report": None, "report_key": "one", "type": "capture", "quote": quote}
        for number, quote in enumerate(quotes)
    ]
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    ((report, extraction),) = read_coded(path)
    assert report.text == "\n".join(quotes)
    assert report.name is None
    assert len(extraction.claims) == 2
