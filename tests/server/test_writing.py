"""Judging and uploading: only with the token, only from the own page; what is sent is only ever read."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from serving import PERMITTED, TOKEN, Served
from test_guard import assert_problem

from whoholds.database import open_database
from whoholds.server.writing import safe_name

JUDGEMENT = {"claim": "ffffffff", "verdict": "reject", "reason": "a rumour"}


def first_claim(served: Served) -> str:
    return str(served.rows("/api/claims?place=Kunduz", "claims")[0]["id"])


def judged(served: Served, **given: Any) -> httpx.Response:
    return served.client.post("/api/judgements", json=given, headers=PERMITTED)


def uploaded(served: Served, *files: tuple[str, bytes], **said: str) -> list[dict[str, Any]]:
    """The outcomes of an upload, a line each."""
    sent = [("files", file) for file in files]
    answer = served.client.post("/api/reports", files=sent, data=said, headers=PERMITTED)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/x-ndjson"
    return [json.loads(line) for line in answer.text.splitlines()]


def test_without_a_token_of_the_server_nothing_can_be_written(served: Served) -> None:
    for path in ("/api/judgements", "/api/reports"):
        answer = served.client.post(path, json=JUDGEMENT, headers=PERMITTED)
        assert "--write-token-file" in assert_problem(answer, 403)


@pytest.mark.parametrize(
    "given", [None, "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer", f"Bearer {TOKEN}x"]
)
def test_a_missing_or_wrong_token_is_refused(writable: Served, given: str | None) -> None:
    headers = {} if given is None else {"Authorization": given}
    answer = writable.client.post("/api/judgements", json=JUDGEMENT, headers=headers)
    assert_problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_another_page_may_not_write(writable: Served, origin: str) -> None:
    answer = writable.client.post("/api/judgements", json=JUDGEMENT, headers=PERMITTED | {"Origin": origin})
    assert_problem(answer, 403)


def test_the_own_page_may(writable: Served) -> None:
    own = PERMITTED | {"Origin": writable.address}
    given = JUDGEMENT | {"claim": first_claim(writable)}
    assert writable.client.post("/api/judgements", json=given, headers=own).status_code == 200


def test_judging_and_taking_back(writable: Served) -> None:
    claim = first_claim(writable)
    told = judged(writable, claim=claim[:8], verdict="reject", reason=" a rumour ").json()
    assert (told["recorded"], told["claim"]["judged"]) == (True, "reject")
    assert judged(writable, claim=claim, verdict="reject", reason="a rumour").json()["recorded"] is False
    amended = {"place": "Khanabad", "start": "2021-08-07"}
    told = judged(writable, claim=claim, verdict="amend", reason="read again", amended=amended).json()
    assert (told["claim"]["place"], told["claim"]["start"]) == ("Khanabad", "2021-08-07")
    assert (
        judged(writable, claim=claim, verdict="reset", reason="all wrong").json()["claim"]["judged"] is None
    )
    rows = writable.rows("/api/judgements", "judgements")
    assert [one["verdict"] for one in rows] == ["reject", "amend", "reset"]
    assert rows[0]["reason"] == "a rumour"
    assert {"by"}.isdisjoint(rows[0])


@pytest.mark.parametrize(
    ("given", "status", "word"),
    [
        ({}, 404, "ffffffff"),
        ({"verdict": "maybe"}, 422, "'maybe'"),
        ({"reason": "  "}, 422, "reason"),
        ({"extra": 1}, 422, "no field 'extra'"),
        ({"verdict": "amend"}, 422, "amended"),
        ({"verdict": "accept", "amended": {"place": "Kunduz"}}, 422, "amended"),
        ({"verdict": "amend", "amended": {"start": "2021-13-01"}}, 422, "start"),
    ],
)
def test_what_cannot_be_judged(writable: Served, given: dict[str, Any], status: int, word: str) -> None:
    assert word in assert_problem(judged(writable, **(JUDGEMENT | given)), status)


def test_a_body_that_is_no_json(writable: Served) -> None:
    headers = PERMITTED | {"Content-Type": "application/json"}
    assert "no JSON" in assert_problem(
        writable.client.post("/api/judgements", content=b"{", headers=headers), 422
    )


def test_reports_that_are_dropped_are_taken_in(writable: Served) -> None:
    text = b"Taliban fighters captured the town of Khanabad on Sunday, residents said."
    coded = json.dumps({"id": "line 1", "text": "Markets were open.", "outlet": "Wire"}).encode()
    files = (("khanabad.txt", text), ("lines.jsonl", coded), ("picture.png", b"\x89PNG\r\n\x1a\n"))
    rows = uploaded(writable, *files, outlet="Own Desk", published="2021-08-09")
    told = {row.get("report"): row for row in rows[:-1]}
    assert (told["khanabad.txt"]["outcome"], told["khanabad.txt"]["claims"]) == ("new", 1)
    assert told["line 1"]["outcome"] == "new"
    assert told["picture.png"]["outcome"] in ("rejected", "skipped")
    assert "/" not in told["picture.png"]["why"]
    assert rows[-1]["outcome"] == "done"
    assert rows[-1]["counts"]["new"] == 2
    claims = writable.rows("/api/claims?outlet=Own Desk", "claims")
    assert [(one["place"], one["published"]) for one in claims] == [("Khanabad", "2021-08-09")]
    again = uploaded(writable, *files[:1], outlet="Own Desk", published="2021-08-09")
    assert [row["outcome"] for row in again] == ["known", "done"]


def test_hostile_files_harm_only_themselves(writable: Served) -> None:
    files = (
        (
            "../../../etc/cron.d/x.txt",
            b"<script>alert(1)</script> Taliban fighters captured Farah on Monday.",
        ),
        (".hidden", b"hidden"),
        ("a\x00b.txt", b"\x00\x01"),
        ("bad.jsonl", b'{"text": 1}\n[]\nnull'),
        ("turned.jsonl", '{"id": "a\u202egpj.exe", "text": "Markets were open."}'.encode()),
    )
    rows = uploaded(writable, *files)
    assert [row["report"] for row in rows if row.get("file") == 4] == [r"a\u202egpj.exe"]
    assert rows[-1]["outcome"] == "done"
    assert rows[0]["report"] == "x.txt"
    assert all("/tmp" not in json.dumps(row) for row in rows)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.txt", "report.txt"),
        ("../../secret.txt", "secret.txt"),
        ("C:\\reports\\kunduz 1.md", "kunduz 1.md"),
        (".bashrc", "bashrc"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("отчёт.txt", "отчёт.txt"),
        ("..", "report.txt"),
        ("", "report.txt"),
        ("x" * 300 + ".txt", "x" * 96 + ".txt"),
    ],
)
def test_names_of_files_lead_nowhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize("said", [{"published": "soon"}, {"outlet": "x" * 300}])
def test_what_is_said_of_them_is_checked_first(writable: Served, said: dict[str, str]) -> None:
    files = {"files": ("a.txt", b"words")}
    answer = writable.client.post("/api/reports", files=files, data=said, headers=PERMITTED)
    assert_problem(answer, 422)
    assert_problem(writable.client.post("/api/reports", data={"outlet": "x"}, headers=PERMITTED), 422)


def test_while_another_process_writes_it_is_asked_to_wait(writable: Served) -> None:
    with open_database(writable.record):
        answer = judged(writable, **(JUDGEMENT | {"claim": first_claim(writable)}))
        assert "is being written" in assert_problem(answer, 503)
        assert answer.headers["retry-after"]
        files = {"files": ("a.txt", b"words")}
        assert_problem(writable.client.post("/api/reports", files=files, headers=PERMITTED), 503)
    assert judged(writable, **(JUDGEMENT | {"claim": first_claim(writable)})).status_code == 200


def test_names_are_withheld_in_reasons(writable: Served) -> None:
    (claim,) = writable.rows("/api/claims?place=Aybak", "claims")
    judged(writable, claim=claim["id"], verdict="reject", reason="Mirwais Tokhi was not there")
    assert "Mirwais" not in writable.client.get("/api/judgements").text
