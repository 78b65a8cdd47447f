"""Tables as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet.

No cell can be taken for a formula, and none turns the direction of what stands beside it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from whoholds.exports.credits import CREDITS
from whoholds.exports.plain import Row
from whoholds.exports.selection import Selection

FORMULA = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a cell begins that a spreadsheet may take for a formula; wide signs count, also after blanks."""
CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if code not in (9, 10, 13)}
TURNING = (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters without a form of their own that turn the direction of writing: written out, as \\u202e."""
WRITTEN = CONTROLS | {code: f"\\u{code:04x}" for code in TURNING}
BETWEEN = "; "
NAMED = ("filters", "note", "licence")
"""The last columns: which filters a row obeys, what it is not, whose work it stands on."""
CELL = 32_767  # characters: what a cell of the common spreadsheets holds
STATE_COLUMNS = (
    "place", "place_id", "province", "country", "lat", "lon", "on", "as_of", "recorded", "method", "status",
    "unknown_reason", "holder", "probability", "contested", "pressed_by", "besieged", "last_evidence",
    "evidence_count", "evidence", "reported_count", "reported", *NAMED,
)  # fmt: skip
CLAIM_COLUMNS = (
    "id", "report", "outlet", "published", "type", "place", "place_id", "lat", "lon", "precision", "inferred",
    "start", "end", "ongoing", "actor", "recipient", "claimer", "relayed_by", "side", "against_interest",
    "factuality", "unverified", "figures", "stage", "trigger", "quote", "start_char", "end_char", "judged",
    "retracted_by", "extractor", "on", "as_of", "recorded", "method", *NAMED,
)  # fmt: skip


def states_csv(selection: Selection) -> str:
    """One row for each place: its state, how many claims are behind it, and their ids.

    Ids that are more than one cell of a spreadsheet holds are left out whole: the JSON forms have them.
    """
    rows = []
    for row in selection.state_rows():
        evidence = list(dict.fromkeys(one["claim"] for one in row["evidence"]))
        reported = [one["id"] for one in row["reported"]]
        rows.append(row | cells_of_ids({"evidence": evidence, "reported": reported}))
    head = named(selection.about())
    return table(STATE_COLUMNS, (head | row for row in rows))


def cells_of_ids(row: Mapping[str, Any]) -> Row:
    """The cells of the ids behind a state and of those against it, with their numbers."""
    return within_a_cell("evidence", row["evidence"]) | within_a_cell("reported", row["reported"])


def within_a_cell(name: str, ids: Sequence[str]) -> Row:
    """The number of ids, and the ids where one cell holds all of them, else None."""
    fits = sum(len(one) + len(BETWEEN) for one in ids) <= CELL
    return {f"{name}_count": len(ids), name: ids if fits else None}


def claims_csv(selection: Selection) -> str:
    """One row for each claim."""
    head = named(selection.about())
    return table(CLAIM_COLUMNS, (head | row for row in selection.claim_rows()))


def named(about: Row) -> Row:
    """What names an answer, as cells: its filters ("party=Taliban; since=2021-08-01"), with the licence."""
    asked = ((name, [told] if isinstance(told, str) else told) for name, told in about["filters"].items())
    filters = BETWEEN.join(f"{name}={value}" for name, values in asked for value in values)
    return about | {"filters": filters or None, "licence": CREDITS}


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """CSV with a heading, from rows that may have more keys than there are columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(name)) for name in columns] for row in rows)
    return out.getvalue()


def cell(value: Any) -> str:
    """One cell: unknown is empty, lists are joined by "; ", what may be a formula gets a ' in front.

    What turns the direction of writing is written out (`\\u202e`); other control characters become U+FFFD.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        value = BETWEEN.join(one if isinstance(one, str) else _figure(one) for one in value)
    words = str(value).translate(WRITTEN)
    return f"'{words}" if FORMULA.match(words) else words


def _figure(row: Row | Any) -> str:
    if isinstance(row, dict) and "kind" in row:
        who = f"{row['who']} " if row.get("who") else ""
        numbers = "/".join("" if row[key] is None else str(row[key]) for key in ("low", "best", "high"))
        return f"{who}{row['kind']} {numbers} ({row['text']})"
    return json.dumps(row, ensure_ascii=False)
