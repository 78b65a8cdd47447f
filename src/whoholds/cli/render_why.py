"""The page of `why`: headline, positions side by side, silence, the sum of reasons, what was set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from whoholds.cli.printable import printable
from whoholds.cli.render import STATUS_STYLES, add_row, beside, chance_word, lined, quoted, table, text
from whoholds.cli.screen import console

if TYPE_CHECKING:
    from whoholds.why import Reason, Stance, Why
    from whoholds.wording import Voice

NARROWEST = 36  # columns of the screen that a position needs to stand beside others
MOST_SHOWN = 6  # claims of one position; the rest is counted


def why_page(why: Why) -> None:
    """Print the reasons on standard output."""
    screen = console()
    for part in _parts(why, screen.width):
        screen.print(part)


def _parts(why: Why, width: int) -> list[RenderableType]:
    from whoholds.suppositions import rule_lines, unheard_words
    from whoholds.why import SHARES, later_words
    from whoholds.wording import BANNER

    parts: list[RenderableType] = [headline(why), text(BANNER, "dim"), Text()]
    if why.stances:
        parts += [text("What is said of it", "bold"), _positions(why.stances, width), Text()]
    parts += [_silence(one.party, one.words, one.quote) for one in why.silent]
    parts += [text(f"Not heard: {unheard_words(party)}") for party in why.unheard]
    if any(one.voice for one in why.reasons):
        parts += [Text(), text(_sum_title(why), "bold"), _sum(why.reasons), text(SHARES, "dim"), Text()]
    if rules := list(rule_lines(why.lacking, why.would_change)):
        parts += [*lined(rules), Text()]
    for title, voices in (
        ("Also told of this place", why.also),
        ("History, with its own dates", why.earlier),
        ("Set aside: rejected by an analyst or taken back by its outlet", why.set_aside),
    ):
        parts += _list(title, voices)
    if why.later:
        parts.append(text(later_words(why)))
    if why.hindsight:
        names = ", ".join(name[:8] for name in why.hindsight)
        parts.append(text(f"Judged in hindsight, after the moment of this view: {names}"))
    parts.append(text(_name(why), "dim"))
    return parts


def headline(why: Why) -> Text:
    """The place, its status with the probability in words and figures, and both clocks."""
    from whoholds.wording import as_known_words, place_words, state_words

    state = why.state
    words = Text.assemble(
        text(place_words(state.place), "bold"),
        ": ",
        text(state_words(state), STATUS_STYLES.get(state.status, "")),
        "" if state.status == "unknown" else f", {chance_word(state)},",
        f" {as_known_words(state, partial=why.partial)}",
    )
    more = "; ".join(beside(state))
    return Text.assemble(words, "\n", text(more[:1].upper() + more[1:])) if more else words


def _positions(stances: Sequence[Stance], width: int) -> RenderableType:
    """Side by side where the screen has room, else one below the other."""
    if len(stances) == 1 or len(stances) * NARROWEST > width:
        return Group(*(part for one in stances for part in (_stance(one), Text())))
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for one in stances:
        made.add_column(_stance_title(one), ratio=1, overflow="fold", vertical="top")
    made.add_row(*(_voices(one.voices) for one in stances))
    return made


def _stance(stance: Stance) -> Text:
    return Text("\n").join([_stance_title(stance), _voices(stance.voices)])


def _stance_title(stance: Stance) -> Text:
    return Text.assemble(text(stance.title, "bold underline"), f" ({stance.count.words()})")


def _voices(voices: Sequence[Voice]) -> Text:
    blocks = [_voice(one) for one in voices[:MOST_SHOWN]]
    if len(voices) > MOST_SHOWN:
        blocks.append(text(f"and {len(voices) - MOST_SHOWN} more (--json shows all)", "dim"))
    return Text("\n\n").join(blocks)


def _voice(voice: Voice) -> Text:
    marks = Text.assemble(*(Text(f" [{printable(words)}]", style="yellow") for words in voice.marks))
    return Text("\n").join(
        [
            text(quoted(voice.quote.strip()), "italic"),
            text(f"{voice.says} · {voice.where}"),
            Text.assemble(
                text(f"{voice.what}, {voice.when}"), marks, Text(f" · {voice.claim[:8]}", style="dim")
            ),
        ]
    )


def _silence(party: str, words: str, quote: str) -> Text:
    said = party if party == words else f"{party} (“{words}”)"
    return Text.assemble(text(f"Silent: {said}: "), text(quoted(quote.strip()), "italic"))


def _sum_title(why: Why) -> str:
    from whoholds.chances import chance_words
    from whoholds.wording import explained_words

    state = why.state
    total = sum(one.nats for one in why.reasons)
    sure = f"{total:+.2f} nats of log-odds, probability {chance_words(state.probability)}"
    return f"The sum for “{explained_words(state)}”: {sure}"


def _sum(reasons: Sequence[Reason]) -> Table:
    from whoholds.chances import chance_words

    made = table("Nats", "Reason", "Without this claim", "Claim")
    made.columns[0].justify = "right"
    made.columns[2].max_width = 12
    for one in reasons:
        without = None if one.without is None else chance_words(one.without)
        add_row(made, f"{one.nats:+.2f}", one.label, without, one.voice.claim[:8] if one.voice else None)
    return made


def _list(title: str, voices: Sequence[Voice]) -> list[RenderableType]:
    return [text(title, "bold"), _voices(voices), Text()] if voices else []


def _name(why: Why) -> str:
    state = why.state
    known = state.as_of.isoformat(timespec="seconds") if state.as_of else "all"
    name = f"on {state.on}, as of {known}, recorded {state.recorded}, method {state.method}"
    return f"This answer is named by: {name}"
