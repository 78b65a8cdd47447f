"""Who says, thinks or wants what, in any text: `find_attributions`, for use on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoholds.model import Span
from whoholds.text.attitudes import find_attitudes
from whoholds.text.attribution import find_saids
from whoholds.text.parse import parse_sentences
from whoholds.text.quotations import carry_quotations, find_quotations, resolve_pronoun_claimers
from whoholds.text.said import Said
from whoholds.text.sentences import find_sentences
from whoholds.text.signed import find_signed
from whoholds.text.stretches import Covered

_WORD = re.compile(r"\w+")
_DIRECT = 0.8  # of the words, the share inside quotation marks from which speech is direct
_SPEECH = 25  # characters: what is longer between quotation marks is speech, not a quoted word


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says, thinks or wants something. All spans are of the text, in code points, half-open.

    `claimers`: who does, as written ("he", "who", "the mayor"), one span for each that is coordinated; empty
    when nobody is named. `named`: the same, pronouns replaced by what they stand for where that is found.
    `cue`: the word that tells so. `content`: what is said, in pieces where the cue stands inside of it.
    `kind`: direct, indirect or mixed, by the share of its words inside quotation marks. `attitude`: thought,
    wanted or felt, or said in a way that bears on no claim. `denies`: the claimer says that it is not so.
    `quoted`: the cue stands inside a quotation. `relayed_by`: the outlet or channel that carried it.
    """

    claimers: tuple[Span, ...]
    named: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    kind: str
    attitude: bool = False
    denies: bool = False
    quoted: bool = False
    relayed_by: str | None = None


def find_attributions(text: str, *, attitudes: bool = True) -> tuple[Attribution, ...]:
    """Every attribution in an English text, in order of its cue; one inside another is given as well.

    Nothing is recorded, and no word of armed conflict is needed. `attitudes=False` leaves out what is only
    thought, wanted or felt. About 12,000 words a second. Nothing for a text without words.
    """
    sentences = find_sentences(text)
    parsed = parse_sentences(text, sentences)
    quotations = find_quotations(text)
    found = [said for sentence in parsed for said in find_saids(sentence)]
    told = [said for said in carry_quotations(text, sentences, found) if said.content]
    told += find_signed(text, quotations)
    cues = {said.cue for said in told}
    felt = [said for one in parsed for said in find_attitudes(one, cues)] if attitudes else []
    return tuple(_attributions(text, told, felt, quotations))


def _attributions(
    text: str, told: Sequence[Said], felt: Sequence[Said], quotations: Sequence[Span]
) -> Iterator[Attribution]:
    saids = sorted([*told, *felt], key=lambda said: said.cue)
    resolved = _grouped(resolve_pronoun_claimers(text, saids))
    attitudes = {said.cue for said in felt}
    inside = Covered(quotations)
    speech = Covered(span for span in quotations if span.end - span.start > _SPEECH)
    for place, group in _grouped(saids).items():
        first = group[0]
        yield Attribution(
            claimers=tuple(said.relative or said.claimer for said in group if said.claimer),
            named=tuple(said.claimer for said in resolved[place] if said.claimer),
            cue=first.cue,
            content=first.content,
            kind=_kind(text, first.content, inside),
            attitude=first.cue in attitudes,
            denies=first.denies,
            quoted=speech.meets(first.cue),
            relayed_by=next((said.relayed_by for said in resolved[place] if said.relayed_by), None),
        )


def _grouped(saids: Sequence[Said]) -> dict[tuple[Span, tuple[Span, ...]], list[Said]]:
    """Attributions by cue and content: coordinated claimers say one thing."""
    groups: dict[tuple[Span, tuple[Span, ...]], list[Said]] = {}
    for said in saids:
        groups.setdefault((said.cue, said.content), []).append(said)
    return groups


def _kind(text: str, content: Sequence[Span], inside: Covered) -> str:
    words = [Span(*word.span()) for span in content for word in _WORD.finditer(text, span.start, span.end)]
    quoted = sum(inside.meets(word) for word in words)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _DIRECT * len(words) else "mixed"
