"""Sentences of the test tables: *…* marks the event, {…} the claimer."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from whoholds.model import Span
from whoholds.text.parse import Parsed, parse_sentences
from whoholds.text.tokens import Token

HERE = Path(__file__).parent
SHARED = Path(__file__).parents[2].parent / "shared"


def cases(name: str) -> list[dict[str, Any]]:
    """The rows of one table of sentences."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@cache
def parse_marked(marked: str) -> tuple[str, Parsed, tuple[Span, ...], str | None]:
    """The plain text, its parse, where the events stand, and the claimer between braces."""
    claimer = re.search(r"\{(.+?)\}", marked)
    marked = marked.replace("{", "").replace("}", "")
    events = [
        Span(found.start() - 2 * place, found.end() - 2 * place - 2)
        for place, found in enumerate(re.finditer(r"\*[^*]+\*", marked))
    ]
    text = marked.replace("*", "")
    [parsed] = parse_sentences(text, [Span(0, len(text))])
    return text, parsed, tuple(events), claimer.group(1) if claimer else None


def event_tokens(marked: str) -> list[Token]:
    """The first token of each marked event."""
    _, parsed, events, _ = parse_marked(marked)
    return [parsed.tokens_in(event)[0] for event in events]
