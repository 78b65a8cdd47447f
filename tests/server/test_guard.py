"""Who may ask, what comes with every answer, and how errors are told."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from serving import PERMITTED, Served, serving

from whoholds.server import Settings

NEVER_ALLOWED = ("'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*")


def assert_problem(answer: httpx.Response, status: int) -> str:
    """An error as it must be; returns its sentence."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["detail"].endswith((".", "?")), told["detail"]
    return str(told["detail"])


@pytest.mark.parametrize(
    "path", ["/api/control", "/api/nothing", "/", "/healthz", "/api/control?on=x", "/x.js"]
)
def test_every_answer_has_the_strict_headers(served: Served, path: str) -> None:
    headers = served.client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert not [one for one in NEVER_ALLOWED if f" {one}" in policy.replace("frame-ancestors *", "")]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_only_the_embedded_page_may_be_framed(record: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>page</title>", encoding="utf-8")
    with serving(record, static=tmp_path) as one:
        assert "frame-ancestors *" in one.client.get("/embed").headers["content-security-policy"]
        assert "frame-ancestors 'none'" in one.client.get("/").headers["content-security-policy"]
        assert one.client.get("/embed").text == one.client.get("/").text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "10.1.2.3"]
)
def test_another_host_is_refused(served: Served, host: str) -> None:
    answer = served.client.get("/api/control", headers={"Host": host})
    assert "does not answer to the name" in assert_problem(answer, 421)


@pytest.mark.parametrize("host", ["localhost", "localhost:9000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_its_own_host_is_answered(served: Served, host: str) -> None:
    assert served.client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("bound", "host", "answered"),
    [
        ("0.0.0.0", "192.0.2.7", True),
        ("0.0.0.0", "evil.example", False),
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "localhost", False),
        ("maps.example", "MAPS.example", True),
        ("127.0.0.1", "0.0.0.0", False),
    ],
)
def test_which_names_are_its_own(bound: str, host: str, answered: bool) -> None:
    assert Settings(Path("x"), bound).answers_to(host) is answered


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/api/nothing", 404, "openapi"),
        ("/nothing.js", 404, "openapi"),
        ("/api/places/Nowhereville", 404, "Nowhereville"),
        ("/api/places/Kundzu", 404, "Did you mean Kunduz"),
        ("/api/claims/ffffffffffff", 404, "No claim"),
        ("/api/reports/ffffffffffff", 404, "No report"),
        ("/api/control?recorded=99999", 404, "no ledger entry"),
        ("/api/control?place=Nowhereville", 404, "Nowhereville"),
        ("/api/claims?party=Talban", 404, "No claim has the party 'Talban'. Did you mean Taliban?"),
        ("/api/control?side=Nobody", 404, "No claim has the side 'Nobody'."),
        ("/api/page.json?outlet=Nobody", 404, "No claim has the outlet 'Nobody'."),
        ("/api/claims?claimer=Nobody", 404, "No claim has the claimer 'Nobody'."),
        ("/api/brief.md?country=FR", 404, "No claim has the country 'FR'."),
        ("/api/map.svg?party=Nobody", 404, "No claim has the party 'Nobody'."),
        ("/map.html?since=2021-08-09&until=2021-08-01", 422, "since 2021-08-09 lies after until"),
        ("/api/control?on=2021-02-29", 422, "'on' cannot be '2021-02-29'"),
        ("/api/claims?type=conquest", 422, "parameter 'type' cannot be 'conquest': give one of 'capture',"),
        ("/api/claims?country=Mali", 422, "parameter 'country' cannot be 'Mali': write an ISO 3166-1 code"),
        ("/api/control?as_of=yesterday", 422, "write a day"),
        ("/api/control?of=2021-08-09", 422, "no parameter 'of'"),
        ("/api/control?on=2021-08-09&on=2021-08-10", 422, "given twice"),
        ("/api/control?type=siesta", 422, "'siesta'"),
        ("/api/control?type=capture&type=siesta", 422, "'siesta'"),
        (f"/api/control?{'&'.join(['party=A'] * 51)}", 422, "50"),
        ("/api/claims?limit=1001", 422, "less than or equal to 1000"),
        ("/api/claims?limit=0", 422, "'limit'"),
        ("/api/diff?from=2021-08-09", 422, "'to' is missing"),
        ("/healthz?verbose=1", 422, "no parameter 'verbose'"),
    ],
)
def test_an_error_is_one_clear_sentence(served: Served, path: str, status: int, word: str) -> None:
    assert word in assert_problem(served.client.get(path), status)


def test_a_page_that_is_not_built_is_one_clear_sentence(record: Path, tmp_path: Path) -> None:
    with serving(record, static=tmp_path) as one:
        assert "npm ci" in assert_problem(one.client.get("/"), 503)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused_with_those_there_are(served: Served, method: str) -> None:
    answer = served.client.request(method, "/api/control")
    assert "GET or HEAD" in assert_problem(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD"
    assert "POST" in served.client.request("PUT", "/api/reports").headers["allow"]


def test_a_body_that_is_too_large_is_refused(writable: Served) -> None:
    answer = writable.client.post("/api/judgements", content=b"x" * 70_000, headers=PERMITTED)
    assert "larger than 65,536 bytes" in assert_problem(answer, 413)
    parts = (b"x" * 30_000 for _ in range(10))  # without a length said before
    answer = writable.client.post("/api/judgements", content=parts, headers=PERMITTED)
    assert_problem(answer, 413)
    files = {"files": ("a.txt", b"word " * 60_000)}
    assert_problem(writable.client.post("/api/reports", files=files, headers=PERMITTED), 413)


@pytest.mark.parametrize(
    "name", ["../conftest.py", "%2e%2e/%2e%2e/secret", "..%2fsecret", "a%00b", "/etc/passwd"]
)
def test_no_file_outside_is_served(record: Path, tmp_path: Path, name: str) -> None:
    static = tmp_path / "static"
    static.mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (static / "index.html").write_text("page", encoding="utf-8")
    with serving(record, static=static) as one:
        assert_problem(one.client.get(f"/{name}"), 404)


def test_files_of_the_page(record: Path, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "page-1a2b.js").write_text("export {}", encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    with serving(record, static=tmp_path) as one:
        script = one.client.get("/assets/page-1a2b.js")
        assert "javascript" in script.headers["content-type"]
        assert "immutable" in script.headers["cache-control"]
        assert one.client.get("/").headers["cache-control"] == "no-cache"
        assert one.client.head("/").status_code == 200
