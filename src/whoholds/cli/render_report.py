"""Dossiers, timelines, contradictions and differences as people read them, and in plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from whoholds.cli.render import (
    STATUS_STYLES,
    add_row,
    beside,
    chance_of,
    claim_block,
    heading,
    indented,
    inside_words,
    lined,
    parts_table,
    quoted,
    separated,
    status_words,
    table,
    text,
)
from whoholds.cli.render_profile import profile_lines

if TYPE_CHECKING:
    from whoholds.control.contradictions import Contradiction
    from whoholds.database import ControlAnswer
    from whoholds.dossier import Change, Dossier, Entry
    from whoholds.picture import ControlState, ResolvedClaim


def dossier_page(found: Dossier, answer: ControlAnswer) -> Iterator[RenderableType]:
    """A place: state, what lies in it, profile, what would change it, history, who is silent, claims."""
    from whoholds.suppositions import rule_lines, unheard_words
    from whoholds.wording import as_known_words, place_words, state_words

    state, why = found.state, answer.why()
    yield Text.assemble(
        text(place_words(found.place), "bold"), ": ",
        text(state_words(state), STATUS_STYLES.get(state.status, "")),
        f" {as_known_words(state, partial=answer.partial)}",
    )  # fmt: skip
    if more := "; ".join(beside(state)):
        yield text(more[:1].upper() + more[1:])
    yield from (text(words[:1].upper() + words[1:]) for words in inside_words(answer))
    yield from (text(line, "dim") for line in profile_lines(found.profile))
    yield from lined(rule_lines(why.lacking, why.would_change))
    if found.history:
        yield Text()
        yield _history(found)
    yield from map(text, year_lines(found))
    if found.parts:
        yield parts_table(found.parts)
    claims = {claim.id: claim for claim in found.claims}
    for one in found.contradictions:
        yield from conflict_page(one, claims)
    yield from _counts(found, claims)
    for silence in answer.silences:
        yield text(f"Silent: {silence.party} (“{silence.words}”): {quoted(silence.quote.strip())}")
    yield from (text(f"Not heard: {unheard_words(party)}") for party in why.unheard)
    if found.claims:
        yield text(f"Claims ({len(found.claims)}), newest first", "bold")
        yield separated(map(claim_block, found.claims))


def _counts(found: Dossier, claims: Mapping[str, ResolvedClaim]) -> Iterator[RenderableType]:
    """The counts of people of each event, with those that were corrected."""
    from whoholds.wording import days_words, figure_lines

    told = [(event, list(figure_lines(event, claims))) for event in found.events if event.figures]
    if told:
        yield text("Counts of people", "bold")
    for event, lines in told:
        yield text(f"{days_words(event.days)}, {event.group.replace('_', ' ')}:")
        yield from map(indented, lines)


def _history(found: Dossier) -> Table:
    from whoholds.chances import chance_words

    made = table("From", "To", "Status", "Holder", "Probability", title="History")
    for one in found.history:
        status = f"{one.status} ({one.unknown_reason})" if one.unknown_reason else one.status
        chance = None if one.status == "unknown" else chance_words(one.probability)
        add_row(made, one.start.isoformat(), one.end.isoformat(), status, one.holder, chance)
    return made


def year_lines(found: Dossier) -> Iterator[str]:
    """What is known only to a year, and so is of no day of the history: "Some time in 2015: capture · …"."""
    from whoholds.control.of_before import is_of_a_year
    from whoholds.wording import time_words

    told = [claim for claim in found.claims if claim.counts and is_of_a_year(claim)]
    lines = (f"{time_words(claim.days)}: {heading(claim)} ({claim.id[:8]})" for claim in reversed(told))
    yield from (line[:1].upper() + line[1:] for line in lines)


def entry_lines(entry: Entry) -> Iterator[RenderableType]:
    """One event of a timeline with its claims, first known first."""
    from whoholds.independence import counted
    from whoholds.wording import days_words, figure_lines, origin_words, parties_words, speaker

    event = entry.event
    names = dict.fromkeys(map(_place_name, entry.claims))
    who = parties_words(event.actors, event.recipients)
    count = counted(entry.claims)
    told = count.words() if count.reports > count.origins else ""
    heading = (days_words(event.days), ", ".join(names), event.group.replace("_", " "), who, told)
    yield text(" · ".join(part for part in heading if part), "bold")
    yield from map(indented, figure_lines(event, {claim.id: claim for claim in entry.claims}))
    for claim in entry.claims:
        kind = claim.claim.type.value.replace("_", " ")
        yield indented(f"{kind}, {speaker(claim)} · {origin_words(claim)}: {quoted(claim.quote.strip())}")


def _place_name(claim: ResolvedClaim) -> str:
    from whoholds.wording import place_words

    return place_words(claim.place) if claim.place is not None else claim.place_name or "no place"


def conflict_page(one: Contradiction, claims: Mapping[str, ResolvedClaim]) -> Iterator[RenderableType]:
    """One contradiction: what cannot all be true, with who says each."""
    from whoholds.independence import Counted
    from whoholds.wording import days_words

    place = next(
        (_place_name(claims[name]) for stand in one.stands for name in stand.claims if name in claims),
        one.place,
    )
    yield text(
        f"{place}, {days_words(one.days)}: {len(one.stands)} positions that cannot all be true", "bold"
    )
    for stand in one.stands:
        count = Counted(stand.reports, stand.origins)
        yield text(f"• {stand.words} ({count.words()})", "underline")
        yield separated(claim_block(claims[name]) for name in stand.claims if name in claims)
    yield Text()


def changes_table(found: Sequence[Change], before: str, after: str) -> Table:
    """The places that differ, a place a row."""
    from whoholds.wording import place_words

    made = table("Place", before, after)
    for one in found:
        add_row(made, text(place_words(one.place), "bold"), _state(one.before), _state(one.after))
    return made


def _state(state: ControlState | None) -> str:
    if state is None:
        return "no claim"
    holder = f" {state.holder}" if state.holder else ""
    chance = f", {told}" if (told := chance_of(state)) is not None else ""
    return f"{status_words(state)}{holder}{chance}"
