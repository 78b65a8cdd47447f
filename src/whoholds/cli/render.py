"""Claims and states as people read them: blocks and tables of plain text, never markup of a report's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whoholds.cli.printable import cut, printable

if TYPE_CHECKING:
    from whoholds.control.parts import PartHeld
    from whoholds.database import ControlAnswer
    from whoholds.picture import ControlState, ResolvedClaim

QUOTED = 2000  # characters of a quotation that are shown; --json has all
STATUS_STYLES = {"held": "bold", "leaning": "", "contested": "bold yellow", "unknown": "dim"}


def text(words: str, style: str = "") -> Text:
    """Words as they are, on one line, safe to show."""
    return Text(printable(words), style=style)


def quoted(words: str) -> str:
    """Words in quotation marks; far too long ones are cut, with their length."""
    line = cut(words, QUOTED)
    return f"“{line}”" if len(words) <= QUOTED else f"“{line}” ({len(words):,} characters)"


def indented(words: str) -> Padding:
    """Words two columns in, on all the lines that they need."""
    return Padding(text(words), (0, 0, 0, 2), expand=False)


def lined(lines: Iterable[str]) -> Iterator[RenderableType]:
    """Lines of plain text; those that begin with blanks are two columns in."""
    return (indented(line.strip()) if line.startswith(" ") else text(line) for line in lines)


def table(*columns: str, title: str | None = None) -> Table:
    """An open table with these columns."""
    made = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    for name in columns:
        made.add_column(name, overflow="fold")
    return made


def add_row(to: Table, *cells: str | Text | None) -> None:
    """Add a row; what is unknown stays empty."""
    to.add_row(*(cell if isinstance(cell, Text) else text(cell or "") for cell in cells))


def claim_block(claim: ResolvedClaim) -> Text:
    """A claim: what is claimed, the quotation, who says so, when, what bears on its weight, its id."""
    from whoholds.wording import days_words, origin_words, speaker

    return Text("\n").join(
        [
            text(heading(claim), "bold"),
            text(quoted(claim.quote.strip()), "italic"),
            text(f"{speaker(claim)} · {origin_words(claim)}"),
            Text.assemble(text(days_words(claim.days)), badges(claim), Text(f" · {claim.id}", style="dim")),
        ]
    )


def heading(claim: ResolvedClaim) -> str:
    """ "capture · Kunduz · Taliban, from Afghan government"."""
    parts = [claim.claim.type.value.replace("_", " "), claim.place_name or "no place"]
    who = claim.actor or ""
    if claim.recipient:
        who = f"{who}, against {claim.recipient}" if who else f"against {claim.recipient}"
    return " · ".join([*parts, who] if who else parts)


def badges(claim: ResolvedClaim) -> Text:
    """What bears on a claim's weight, each in brackets."""
    from whoholds.wording import marks

    return Text.assemble(*(Text(f" [{words}]", style="yellow") for words in map(printable, marks(claim))))


def separated(blocks: Iterable[Text]) -> Text:
    """Blocks with an empty line between them."""
    return Text("\n\n").join(blocks)


def states_table(answers: Sequence[ControlAnswer], title: str | None = None) -> Table:
    """Who holds which place, a place a row."""
    from whoholds.wording import between_words, left_words, place_words

    made = table("Place", "Province", "Status", "Holder", "Probability", "Last evidence", "Also", title=title)
    for answer in answers:
        state = answer.state
        style = STATUS_STYLES.get(state.status, "")
        add_row(
            made,
            text(place_words(state.place), style),
            answer.province,
            text(status_words(state), style),
            text(state.holder or "", style),
            chance_of(state),
            state.last_evidence.isoformat() if state.last_evidence else None,
            "; ".join(
                filter(
                    None, (between_words(state), *left_words(state), *beside(state), *inside_words(answer))
                )
            ),
        )
    return made


def profiles_table(answers: Sequence[ControlAnswer], title: str) -> Table:
    """One place by each meaning of "controls", a meaning a row."""
    made = table("Place", "Profile", "Status", "Holder", "Probability", "“controls” means", title=title)
    for answer in answers:
        state = answer.state
        style = STATUS_STYLES.get(state.status, "")
        add_row(
            made, state.place.name, answer.profile.name, text(status_words(state), style),
            text(state.holder or "", style), chance_of(state), answer.profile.meaning,
        )  # fmt: skip
    return made


def parts_table(parts: Sequence[PartHeld]) -> Table:
    """The parts of a place, each with its state and since when it is so."""
    made = table("Part", "Status", "Holder", "Probability", "Since", "Last evidence", title="Parts")
    for part in parts:
        state = part.state
        style = STATUS_STYLES.get(state.status, "")
        days = (day.isoformat() if day else None for day in (part.since, state.last_evidence))
        add_row(
            made, text(state.place.name, style), text(status_words(state), style),
            text(state.holder or "", style), chance_of(state), *days,
        )  # fmt: skip
    return made


def inside_words(answer: ControlAnswer) -> tuple[str, ...]:
    """Of a province or district: who holds its centre, and a tally of the places in it."""
    return () if answer.within is None else tuple(answer.within.words())


def status_words(state: ControlState) -> str:
    """ "held", "unknown (stale)"."""
    return f"{state.status} ({state.unknown_reason})" if state.unknown_reason else state.status


def chance_of(state: ControlState) -> str | None:
    """ "0.93 very likely"; nothing of what is unknown."""
    from whoholds.chances import chance_words

    told = f"{chance_words(state.probability)} {chance_word(state)}"
    return told if state.status != "unknown" else None


def chance_word(state: ControlState) -> str:
    """The word for the probability of what is assessed (ICD 203); of what only too few tell, that."""
    from whoholds import chances
    from whoholds.control.table import control_table

    if state.status == "leaning" and state.probability >= control_table().status.held:
        return "but too few origins"
    return chances.chance_word(state.probability)


def beside(state: ControlState) -> list[str]:
    """What stands beside the status: siege, pressure, repetition, claims that say otherwise."""
    found = ["besieged"] if state.besieged else []
    if state.pressed_by:
        found.append(f"pressed by {', '.join(state.pressed_by)}")
    if state.reports > state.origins > 0:
        from whoholds.independence import Counted

        found.append(Counted(state.reports, state.origins).words())
    if state.reported:
        many = len(state.reported) > 1
        count = f"{len(state.reported)} recent claims" if many else "1 recent claim"
        otherwise = "say otherwise" if many else "says otherwise"
        unknown = state.status == "unknown"
        found.append(f"{count}, too weak to settle it" if unknown else f"{count} {otherwise}")
    return found
