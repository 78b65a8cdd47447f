"""What the demonstration tells: what was found, and as plainly what was missed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from whoholds.cli.printable import cut
from whoholds.cli.render import add_row, indented, states_table, table, text
from whoholds.cli.render_report import conflict_page
from whoholds.cli.render_why import why_page
from whoholds.cli.screen import show
from whoholds.cli.tally import Tally, counted

if TYPE_CHECKING:
    from whoholds.database import Database
    from whoholds.model import Unread
    from whoholds.picture import Recorded

SAMPLE = 10  # of what was missed
CONFLICTS = 3
EXAMPLE, DAY = "Kunduz", "2021-08-09"
SHOWN = "2021-08-16"  # later, most of what is known is too old to hold, and is shown as unknown
UNKNOWN = {
    "stale": "because the last report is too old",
    "weak": "because what is reported is too weak",
    "none": "because no report says who holds it",
}
WIDTH = 240


def show_found(database: Database, tally: Tally) -> None:
    """Claims by type, who holds what on one day, contradictions, and the reasons for one place."""
    show(text(tally.summary(), "bold"), Text())
    claims = database.claims()
    kinds = Counter(claim.claim.type.value for claim in claims if claim.extractor != "baseline")
    made = table("Type", "Claims", title="What was claimed")
    for kind, number in kinds.most_common():
        add_row(made, kind.replace("_", " "), str(number))
    show(made)
    _states(database)
    _contradictions(database)
    command = f"whoholds why {EXAMPLE} --on {DAY} --as-of {DAY}"
    show(Text(), text(f"Why, for one place, as known on the day after it fell: {command}", "bold"))
    why_page(database.control(EXAMPLE, on=DAY, as_of=DAY).why())


def _states(database: Database) -> None:
    """Who holds what on one day; the places that nobody can be said to hold, with the reason, below."""
    answers = database.controls(on=SHOWN)
    told = [one for one in answers if one.state.status != "unknown"]
    show(
        states_table(
            told, title=f"Who holds it on {SHOWN}, the day after the capital changed hands, by all reports"
        )
    )
    for reason, words in UNKNOWN.items():
        names = [one.state.place.name for one in answers if one.state.unknown_reason == reason]
        if names:
            show(text(f"Unknown, {words} ({len(names)}): {', '.join(names)}."))


def _contradictions(database: Database) -> None:
    found = database.conflicts()
    claims = {claim.id: claim for claim in database.claims()}
    show(
        Text(),
        text(f"{counted(len(found), 'contradiction')}; the first {min(CONFLICTS, len(found))}:", "bold"),
    )
    for one in found[:CONFLICTS]:
        show(*conflict_page(one, claims))


def show_missed(database: Database, *, everything: bool) -> None:
    """Reports not read, and sentences with a trigger of which nothing was claimed, with the reasons."""
    reports = database.picture().record.reports
    missed = [(one, miss) for one in reports for miss in _missed(one)]
    closed = [one for one in reports if one.extraction and one.extraction.not_read]
    title = f"What was missed: {counted(len(missed), 'sentence')} with a trigger and no claim, "
    show(Text(), text(title + f"{counted(len(closed), 'report')} not read.", "bold"))
    for one in closed:
        show(text(f"- {_name(one)}: {one.extraction.not_read if one.extraction else ''}"))
    reasons = Counter(miss.reason.partition(": ")[2] or miss.reason for _, miss in missed)
    for reason, number in reasons.most_common():
        show(text(f"- {number}: {reason}"))
    chosen = missed if everything else missed[:: max(1, len(missed) // SAMPLE)][:SAMPLE]
    if len(chosen) < len(missed):
        show(text(f"{len(chosen)} of them (--missed shows all):"))
    for one, miss in chosen:
        quote = cut(miss.quote.of(one.report.text), WIDTH)
        show(indented(f"{_name(one)} · {miss.trigger!r}, {miss.reason}: “{quote}”"))


def _missed(one: Recorded) -> list[Unread]:
    """The first trigger of each sentence of which nothing was claimed."""
    if one.extraction is None:
        return []
    claimed = {claim.quote for claim in one.extraction.claims}
    first = {miss.quote: miss for miss in reversed(one.extraction.unread) if miss.quote not in claimed}
    return sorted(first.values(), key=lambda miss: miss.quote)


def _name(one: Recorded) -> str:
    return one.report.name or one.report.title or one.report.key
