"""Who judged is told to those who may judge; an upload tells of each file, and can be broken off."""

from __future__ import annotations

import csv
import io
import json
import socket
import time
from urllib.parse import urlsplit

import pytest
from serving import PERMITTED, TOKEN, Served
from test_guard import assert_problem
from test_writing import JUDGEMENT, first_claim, judged, uploaded

SIGNED = "/api/judgements/signed"


def test_who_judged_is_told_with_the_token_only(writable: Served) -> None:
    claim = first_claim(writable)
    judged(writable, claim=claim, verdict="reject", reason="a rumour", by="night desk")
    answer = writable.client.get(SIGNED, headers=PERMITTED)
    assert answer.status_code == 200, answer.text
    (row,) = answer.json()["judgements"]
    assert (row["by"], row["claim"], row["place"]) == ("night desk", claim, "Kunduz")
    assert row["quote"]
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert_problem(writable.client.get(SIGNED), 401)
    assert writable.client.head(SIGNED).status_code == 401
    assert "night desk" not in writable.client.get("/api/judgements").text
    assert_problem(writable.client.get(SIGNED, headers={"Authorization": "Bearer wrong"}), 401)


def test_judgements_as_table_and_points(writable: Served) -> None:
    claim = first_claim(writable)
    judged(writable, claim=claim, verdict="reject", reason="=a rumour", by="night desk")
    judged(
        writable,
        claim=claim,
        verdict="amend",
        reason="seen",
        amended={"start": "2021-08-08", "end": "2021-08-08"},
    )
    table = writable.client.get("/api/judgements.csv")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["verdict"], row["reason"]) for row in rows] == [("reject", "'=a rumour"), ("amend", "seen")]
    assert rows[1]["amended"] == "start: 2021-08-08; end: 2021-08-08"
    points = writable.client.get("/api/judgements.geojson").json()["features"]
    assert [(one["properties"]["claim"], one["properties"]["place"]) for one in points] == [
        (claim, "Kunduz")
    ] * 2
    assert points[0]["geometry"]["coordinates"][0] == float(rows[0]["lon"])
    assert "night desk" not in table.text + json.dumps(points)


def test_a_server_for_reading_only_tells_nobody(served: Served) -> None:
    assert "--write-token-file" in assert_problem(served.client.get(SIGNED, headers=PERMITTED), 403)


def test_health_says_whether_and_how_much_can_be_written(served: Served, writable: Served) -> None:
    told = writable.client.get("/api/health").json()
    assert (told["writing"], told["most_uploaded"]) == (True, writable.desk.settings.most_uploaded)
    assert served.client.get("/api/health").json()["writing"] is False


def test_whether_a_token_is_the_right_one_is_told_without_a_refusal(served: Served, writable: Served) -> None:
    for headers, permitted in (
        (PERMITTED, True),
        ({"Authorization": "Bearer wrong"}, False),
        ({}, False),
        (PERMITTED | {"Origin": "https://elsewhere.example"}, False),
    ):
        answer = writable.client.get("/api/permitted", headers=headers)
        assert answer.status_code == 200
        assert answer.json() == {"writing": True, "permitted": permitted}
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
    told = served.client.get("/api/permitted", headers=PERMITTED).json()
    assert told == {"writing": False, "permitted": False}


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"])
@pytest.mark.parametrize("path", ["/api/judgements", "/api/reports"])
def test_a_form_of_another_page_does_nothing(writable: Served, path: str, kind: str) -> None:
    """What a form can send without a script carries no token, whatever else it carries."""
    before = writable.desk.stamp().seq
    body = json.dumps(JUDGEMENT | {"claim": first_claim(writable)})
    headers = {"Content-Type": kind, "Origin": "https://elsewhere.example", "Cookie": f"token={TOKEN}"}
    answer = writable.client.post(f"{path}?token={TOKEN}", content=body, headers=headers)
    assert_problem(answer, 403)
    del headers["Origin"]
    assert_problem(writable.client.post(f"{path}?token={TOKEN}", content=body, headers=headers), 401)
    assert writable.desk.stamp().seq == before


def test_each_line_names_its_file_and_its_day(writable: Served) -> None:
    first = b"Taliban fighters captured the town of Khanabad on Sunday, residents said."
    later = first + b" The army said on Monday that it had withdrawn from there."
    lines = (
        b'{"id": "one", "text": "Markets were open in Kunduz."}\n{"id": "two", "text": "Shops were shut."}'
    )
    said = {"outlet": "Own Desk", "published": "2021-08-09"}
    rows = uploaded(writable, ("a.txt", first), ("b.jsonl", lines), ("c.txt", later), **said)
    assert [row.get("file") for row in rows] == [0, 1, 1, 2, None]
    assert [row["outcome"] for row in rows] == ["new", "new", "new", "edition", "done"]
    assert {row["published"] for row in rows[:-1]} == {"2021-08-09"}
    (undated,) = uploaded(writable, ("d.txt", b"Taliban fighters captured Farah city."))[:-1]
    assert undated["published"] is None


def test_what_is_not_read_is_told_why(writable: Served) -> None:
    german = (
        b"Die Truppen haben die Stadt am Montag eingenommen, sagte der Sprecher der Regierung in Kabul. " * 4
    )
    rows = uploaded(writable, ("a.txt", german))
    assert rows[0]["outcome"] == "new"
    assert "German" in rows[0]["why"]


def _begin_upload(served: Served, body: bytes) -> socket.socket:
    where = urlsplit(served.address)
    opened = socket.create_connection((where.hostname, where.port), timeout=30)
    head = (
        f"POST /api/reports HTTP/1.1\r\nHost: {where.netloc}\r\nAuthorization: Bearer {TOKEN}\r\n"
        f"Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    opened.sendall(head.encode() + body)
    return opened


def test_an_upload_that_is_broken_off_keeps_what_was_acknowledged(writable: Served) -> None:
    parts = b"".join(
        b'--edge\r\nContent-Disposition: form-data; name="files"; filename="%d.txt"\r\n\r\n'
        b"Taliban fighters captured the town of Khanabad on day %d, residents said.\r\n" % (number, number)
        for number in range(40)
    )
    opened = _begin_upload(writable, parts + b"--edge--\r\n")
    got = b""
    while b'"outcome":"new"' not in got:
        got += opened.recv(4096)
    opened.close()
    deadline = time.monotonic() + 30
    claim = first_claim(writable)
    while judged(writable, **(JUDGEMENT | {"claim": claim})).status_code == 503:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert 1 <= writable.client.get("/api/health").json()["reports"] - 6 <= 40
