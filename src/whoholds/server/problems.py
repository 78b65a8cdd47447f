"""Every error as `application/problem+json` (RFC 9457): one clear sentence in `detail`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from whoholds.errors import DataError, ExtraError, InputError, NotFoundError, StoreError, WhoholdsError

MEDIA = "application/problem+json"
STATUS: Mapping[type[WhoholdsError], int] = {
    ExtraError: 501,
    InputError: 422,
    NotFoundError: 404,
    StoreError: 503,
    DataError: 503,
}
MOMENTS = frozenset(("as_of", "recorded", "from_as_of", "to_as_of"))
DATES = MOMENTS.union(
    (
        "on",
        "since",
        "until",
        "from",
        "to",
        "published_since",
        "published_until",
        "claims_since",
        "claims_until",
    )
)
FAULT = "A fault inside whoholds: the server's own output says which. Please report it with that."
NO_SUCH = "Nothing answers to this address. What there is stands in /openapi.json."


class ProblemError(Exception):
    """An answer that is a refusal: its status and one sentence."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, dict(headers or {})


def problem_body(status: int, detail: str) -> bytes:
    """The body of a problem."""
    row = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace")


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal as a response."""
    return Response(problem_body(status, detail), status, dict(headers or {}), MEDIA)


def status_of(error: WhoholdsError) -> int:
    """The HTTP status of an error of the library."""
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)


def answer_problems(app: FastAPI) -> None:
    """Let an application answer all its errors as problems."""
    app.add_exception_handler(WhoholdsError, _of_library)
    app.add_exception_handler(ProblemError, _of_server)
    app.add_exception_handler(RequestValidationError, _of_values)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_fault)


def _of_library(request: Request, error: Exception) -> Response:
    assert isinstance(error, WhoholdsError)
    status = status_of(error)
    return problem(status, str(error), {"Retry-After": "2"} if status == 503 else None)


def _of_server(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problem(error.status, error.detail, error.headers)


def _of_values(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem(422, " ".join(dict.fromkeys(map(_sentence, error.errors()[:5]))))


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        allowed = ", ".join(sorted(_methods(request)))
        detail = f"{request.method[:20]} is not answered here. Ask with {allowed.replace(', ', ' or ')}."
        return problem(405, detail, {"Allow": allowed})
    detail = NO_SUCH if error.status_code == 404 else str(error.detail)
    return problem(error.status_code, detail, error.headers)


def _of_fault(request: Request, error: Exception) -> Response:
    return problem(500, FAULT)


def _methods(request: Request) -> set[str]:
    found: set[str] = set()
    for route in request.app.routes:
        if route.matches(request.scope)[0] is not Match.NONE:
            found |= set(getattr(route, "methods", None) or ())
    return found | ({"HEAD"} if "GET" in found else set())


def _sentence(row: Mapping[str, Any]) -> str:
    """ "The parameter 'on' cannot be '2021-13-01'. Write a day as 2021-08-09."."""
    place: Sequence[Any] = row["loc"]
    kind = {"query": "parameter", "path": "part of the address", "header": "header"}.get(place[0], "field")
    if place[0] == "query" and isinstance(place[-1], int):
        place = place[:-1]  # which of several values of a parameter it is tells nobody anything
    name = ".".join(map(str, place[1:])) or "body"
    if row["type"] == "extra_forbidden":
        return f"There is no {kind} {name!r} here. See /openapi.json for those there are."
    if row["type"] == "missing":
        return f"The {kind} {name!r} is missing. Give it."
    if row["type"] == "json_invalid":
        return "The body is no JSON. Send one JSON object."
    given = str(row.get("input"))[:60]
    return f"The {kind} {name!r} cannot be {given!r}: {_hint(place[-1], row)}"


def _hint(name: Any, row: Mapping[str, Any]) -> str:
    if name in DATES:
        moment = ", with time and zone as 2021-08-09T14:30:00+04:30" if name in MOMENTS else ""
        number = "a ledger sequence such as 12, or " if name == "recorded" else ""
        return f"write {number}a day as 2021-08-09{moment}, between 1900 and 2199."
    if row["type"] in ("enum", "literal_error"):
        return f"give one of {row['ctx']['expected']}."
    if name == "country":
        return "write an ISO 3166-1 code of two letters, such as AF."
    said = str(row["msg"])
    return f"{said[:1].lower()}{said[1:]}."
