"""The OpenAPI description: errors as problems, who may write, what is the same for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import FastAPI

from whoholds.server.guard import PERMITTED, SIGNED
from whoholds.server.problems import MEDIA
from whoholds.server.shapes.base import Problem

WORDS = """Every answer is named by `on` (the day asked about), `as_of` (what had been published by then),
`recorded` (a sequence of the ledger) and `method`; so named it never changes. Unknown is null. Names of
private persons are withheld. An unknown parameter is refused. Errors are problems (RFC 9457)."""
OTHERS = ("4XX", "5XX")
Operation = dict[str, Any]


def describe(api: FastAPI) -> Callable[[], dict[str, Any]]:
    """What makes the description, once."""
    made = api.openapi

    def described() -> dict[str, Any]:
        if api.openapi_schema is None:
            whole = made()
            for path, method, operation in _operations(whole):
                _complete(operation, path, method)
            parts = whole.setdefault("components", {})
            schemas = parts.setdefault("schemas", {})
            schemas["Problem"] = Problem.model_json_schema()
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
            parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        assert api.openapi_schema is not None
        return api.openapi_schema

    return described


def _operations(whole: dict[str, Any]) -> Iterator[tuple[str, str, Operation]]:
    for path, methods in whole["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _complete(operation: Operation, path: str, method: str) -> None:
    parts = path.strip("/").replace("{", "").replace("}", "").replace(".", " ").replace("/", " ").split()
    operation["operationId"] = "_".join((method, *(one for one in parts if one != "api")))
    answers = operation["responses"]
    answers.pop("422", None)
    told = {
        "description": "A problem.",
        "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    answers |= dict.fromkeys(OTHERS, told)
    if (
        method == "get"
        and path not in (SIGNED, PERMITTED)
        and path.startswith(("/api/", "/feeds/", "/map.html"))
    ):
        answers["304"] = {"description": "As it was when the ETag was given."}
    if method == "post" or path == SIGNED:
        operation["security"] = [{"token": []}]
    if path == PERMITTED:
        operation["security"] = [{"token": []}, {}]  # with it or without
