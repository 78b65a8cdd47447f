""" "AFP, citing residents, reported …": the one who is cited says so, the one who cites carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.model import Span
from whoholds.text.claimer import PRONOUNS, claimer_span, subject_of
from whoholds.text.content import content_of
from whoholds.text.relay import Relay, is_outlet, outlet_words
from whoholds.text.reporting import reporting_verbs, words
from whoholds.text.said import Said, children, runs, subtree, token_span, with_conjuncts

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def find_cited(cite: Token, offset: int) -> list[Said]:
    """The attributions of "citing X" and "quoting X"; "quoted X as saying" is read at "saying"."""
    cited = [noun for first in children(cite, "dobj") for noun in with_conjuncts(first)]
    cited = [noun for noun in cited if noun.lower_ not in words("nouns", "grounds")]
    if not cited or any(p.lower_ == "as" for p in children(cite, "prep")):
        return []
    cue = _reporting(cite)
    carrier = subject_of(cue) if cue is not None else subject_of(cite)
    content = _content(cite, cue, carrier)
    if not content:
        return []
    relay = outlet_words(carrier, offset) if carrier is not None and is_outlet(carrier) else None
    place = token_span(cue if cue is not None else cite, offset)
    return [_said(noun, runs(content, offset), place, relay, offset=offset) for noun in cited]


def _said(noun: Token, content: tuple[Span, ...], place: Span, relay: Relay | None, *, offset: int) -> Said:
    return Said(
        cue=place,
        verb="cite",
        kind="cited",
        content=content,
        claimer=claimer_span(noun, offset),
        claimer_head=noun.text,
        pronoun=noun.lower_ in PRONOUNS,
        relayed_by=relay[0] if relay else None,
        relay=relay[1] if relay else None,
    )


def _reporting(cite: Token) -> Token | None:
    """The reporting verb that "citing" hangs on."""
    above = cite.head
    if cite.dep_ == "acl" and above.dep_ == "nsubj":
        above = above.head
    fronted = [
        c for c in children(above, "ccomp") if c.lower_ in reporting_verbs() and c.i < cite.i < above.i
    ]
    above = fronted[0] if fronted else above
    return above if above != cite and above.lower_ in reporting_verbs() else None


def _content(cite: Token, cue: Token | None, carrier: Token | None) -> set[Token]:
    if cue is not None:
        if cue.dep_ == "ccomp" and cue.head == cite.head:
            return subtree(cue.head, cue, cite)
        found = content_of(cue, reporting_verbs()[cue.lower_], [carrier] if carrier is not None else [])
        return (found or set()) - set(cite.subtree)
    clauses = children(cite, "ccomp")
    if clauses:
        return {token for clause in clauses for token in clause.subtree}
    return subtree(cite.head, cite) if cite.dep_ in ("advcl", "prep") else set()
