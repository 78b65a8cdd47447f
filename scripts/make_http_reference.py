"""Writes docs/reference/http.md from the server's own description: python scripts/make_http_reference.py

With --check, says whether the file is current, and ends with 1 where it is not. With --openapi FILE, writes
the OpenAPI description itself, from which types are made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from whoholds.database import open_database
from whoholds.server import Desk, Settings, make_api

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "http.md"
COMMON = {
    "Clocks": ("on", "as_of", "recorded"),
    "Filters": (
        "place", "party", "claimer", "side", "outlet", "type", "factuality", "precision", "country", "since",
        "until",
    ),
    "Pages": ("limit", "cursor"),
}  # fmt: skip
HEAD = """# HTTP

<!-- Made by scripts/make_http_reference.py; do not edit. -->

What `whoholds serve` answers ([how to run it](../how-to/serve.md)). `/openapi.json` says the same for
programs (OpenAPI 3.1), with the form of every answer; the meaning of the keys stands in [json.md](json.md).

Every JSON answer begins with what names it: `on`, `as_of`, `recorded`, `method`, and with the `filters` it
obeyed: a word each, or a list of several, of which one is enough. Unknown is `null`. Names of private
persons are withheld. `ETag` and `If-None-Match` spare sending what is known; an answer with both `as_of`
and `recorded` never changes and may be kept. `X.json` is the same as `X`. Errors are
`application/problem+json` with one sentence in `detail`: 400 a cursor that is none, 401 and 403 no right to
write, 404 nothing answers to a name, 405 another method, 413 too large, 421 another host, 422 a parameter
that cannot be or that there is not, 503 the record cannot be read or is being written.

Beyond json.md: a claim in its context has `before` and `after` (the sentences around it), `trigger_at`
(where the trigger stands in the quotation, half-open) and `origin` (claims of one place with the same one
are not independent); each side of a contradiction has `by_origin`, its claims by independent origin. In
lists of states, `evidence` and `reported` are ids of claims. A judgement has the `place`, `place_id` and
`quote` of its claim, and `by` only where it was asked for with the token. GeoJSON has `licence`: whose work
it stands on; a CSV has the same in each row, with the clocks, the method and the filters. An upload answers
one line for each report once it is on disk, with `outcome` (new, edition, known, dated, purged, rejected,
skipped) and `file`, which counts the files sent from 0, and at last one with `outcome` done and `counts`; a
line with `outcome` problem says why the record took no more.
"""
KINDS = {"integer": "number", "boolean": "true or false", "array": "files"}
Operation = dict[str, Any]


def description() -> dict[str, Any]:
    """The OpenAPI description."""
    with TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        open_database(record).close()
        desk = Desk(Settings(record))
        try:
            return make_api(desk).openapi()
        finally:
            desk.close()


def page(whole: dict[str, Any]) -> str:
    """The whole page."""
    parts = [HEAD]
    told = {
        one["name"]: one
        for operations in whole["paths"].values()
        for operation in operations.values()
        for one in operation.get("parameters", ())
    }
    for heading, names in COMMON.items():
        parts += [f"## {heading}\n", *_table((told[name] for name in names), whole), ""]
    parts.append("## Addresses")
    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            parts += _operation(path, method, operation, whole)
    return "\n".join(parts).rstrip() + "\n"


def _operation(path: str, method: str, operation: Operation, whole: dict[str, Any]) -> Iterator[str]:
    yield f"\n### {method.upper()} `{path}`\n"
    yield " ".join(operation["description"].split())
    parameters = operation.get("parameters", ())
    names = {one["name"] for one in parameters}
    taken = [heading.lower() for heading, some in COMMON.items() if names.issuperset(some)]
    common = {name for heading in taken for name in COMMON[heading.capitalize()]}
    own = [one for one in parameters if one["name"] not in common]
    if taken:
        yield f"\nTakes {', '.join(taken)}{' and:' if own else '.'}"
    if own:
        yield ""
        yield from _table(own, whole)
    yield from _body(operation, whole)
    yield f"\nAnswers {_answer(operation)}."


def _table(parameters: Iterable[Operation], whole: dict[str, Any]) -> Iterator[str]:
    yield "| | |\n|---|---|"
    for one in parameters:
        needed = "Must be given." if one.get("required") and one["in"] == "query" else ""
        words = " ".join(str(one.get("description") or _path_words(one)).split())
        yield f"| `{one['name']}` | {' '.join(filter(None, (words, needed, _form(one['schema'], whole))))} |"


def _path_words(one: Operation) -> str:
    """What a part of an address is; of parameters of a query nothing."""
    words = {
        "place": "A name in any spelling, or an id.",
        "name": "The id of a place in the data of the page.",
        "claim": "The id, or six letters or more.",
        "key": "The key of the report.",
    }
    return words[one["name"]] if one["in"] == "path" else ""


def _form(schema: dict[str, Any], whole: dict[str, Any]) -> str:
    """What a value looks like: its choices, an example, its bounds."""
    options = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    one = options[0]
    if "$ref" in one:
        one = whole["components"]["schemas"][one["$ref"].rpartition("/")[2]]
    if one.get("type") == "array" and "maxItems" in one:
        return f"{_form(one['items'], whole)} May be given several times: one is enough.".strip()
    if "properties" in one:
        return f"An object with {', '.join(f'`{name}`' for name in one['properties'])}."
    if "enum" in one:
        return "One of " + ", ".join(f"`{value}`" for value in one["enum"]) + "."
    if "examples" in one:
        return "Such as " + ", ".join(f"`{value}`" for value in one["examples"]) + "."
    if "maximum" in one:
        return f"{one['minimum']} to {one['maximum']}, else {schema.get('default', 'none')}."
    return f"({KINDS[one['type']]})" if one.get("type") in KINDS else ""


def _body(operation: Operation, whole: dict[str, Any]) -> Iterator[str]:
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        name = content["schema"]["$ref"].rpartition("/")[2]
        schema = whole["components"]["schemas"][name]
        needed = set(schema.get("required", ()))
        yield f"\nBody `{media}`:\n\n| | |\n|---|---|"
        for key, value in schema["properties"].items():
            words = "Must be given." if key in needed else "May be left out."
            yield f"| `{key}` | {' '.join(filter(None, (words, _form(value, whole))))} |"


def _answer(operation: Operation) -> str:
    found = operation["responses"]["200"].get("content", {})
    told = []
    for media, content in found.items():
        schema = content.get("schema", {})
        name = schema.get("$ref", "").rpartition("/")[2]
        told.append(f"`{media}`" + (f" ({name})" if name else ""))
    return " or ".join(told)


def main() -> None:
    """Write the page or the description, or check the page."""
    whole = description()
    if sys.argv[1:2] == ["--openapi"] and len(sys.argv) == 3:
        Path(sys.argv[2]).write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
        return
    if sys.argv[1:] == ["--check"]:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page(whole)
        sys.exit(
            None if current else "docs/reference/http.md is not current: run this script without --check"
        )
    PAGE.write_text(page(whole), encoding="utf-8")
    print(f"Written: {PAGE}")


if __name__ == "__main__":
    main()
