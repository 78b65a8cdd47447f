"""What somebody wants, plans, fears, praises or questions: attributions that no claim is read from.

The words stand in `data/lexicon/<language>/attitudes.toml`. Reporting verbs that bear on no claim where they
stand ("did not say whether …") are read here too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.claimer import PRONOUNS, claimer_span, claimers_of, relative_of
from whoholds.text.parse import Parsed
from whoholds.text.said import Said, children, runs, token_span, with_conjuncts

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_OBJECTS = ("dobj", "oprd", "acomp", "attr", "dative")
_CLAUSES = ("ccomp", "xcomp")


def find_attitudes(sentence: Parsed, taken: Collection[Span]) -> list[Said]:
    """The attitudes in one sentence, in order of their cue, without the cues that are `taken`."""
    offset = sentence.span.start
    found: list[Said] = []
    for token in sentence.tokens:
        if token_span(token, offset) not in taken:
            found += _read(token, offset)
    return found


def _read(token: Token, offset: int) -> Iterator[Said]:
    form, kind = token.lower_, token.tag_[0]
    if kind == "V":
        need = _verbs().get(form)
        if need is not None and not _unreal(token):
            yield from _saids(token, _claimers(token), _governed(token, need), offset)
    elif kind == "N" and form in _words("nouns"):
        owners, content = _owners(token), _after_noun(token)
        if owners or any(_that(part) for part in children(token, "acl", "ccomp")):
            yield from _saids(token, owners, content, offset)
    elif kind in "JV" and form in _words("adjectives") and token.head.lower_ in _words("grammar", "be"):
        yield from _saids(token, claimers_of(token.head), _parts(token, "ccomp", "xcomp", "prep"), offset)


def _unreal(cue: Token) -> bool:
    """ "They should want …", "could ask for": nobody thinks so yet."""
    return cue.tag_ == "VB" and any(aux.lower_ in _words("grammar", "modals") for aux in children(cue, "aux"))


def _saids(cue: Token, claimers: list[Token], content: set[Token], offset: int) -> Iterator[Said]:
    said = content - {t for noun in claimers if not noun.is_ancestor(cue) for t in noun.subtree}
    pieces = runs(said, offset)
    if not pieces:
        return
    base = Said(token_span(cue, offset), cue.lower_, "indirect", pieces, unnamed=not claimers)
    if not claimers:
        yield base
    for noun in claimers:
        yield replace(
            base,
            claimer=claimer_span(noun, offset),
            claimer_head=noun.text,
            pronoun=noun.lower_ in PRONOUNS or noun.tag_ == "PRP$",
            relative=relative_of(cue, offset),
        )


def _claimers(cue: Token) -> list[Token]:
    if _is_passive(cue):
        return [noun for by in children(cue, "agent") for noun in children(by, "pobj")]
    return [noun for noun in claimers_of(cue) if noun.lower_ not in _words("grammar", "nobody")]


def _is_passive(cue: Token) -> bool:
    return bool(children(cue, "auxpass", "nsubjpass")) or (cue.dep_ == "acl" and cue.tag_ == "VBN")


def _governed(cue: Token, need: str) -> set[Token]:
    """What an attitude verb governs; empty where it is less than the verb needs."""
    clauses, objects = _parts(cue, *_CLAUSES), _parts(cue, *_OBJECTS)
    if need == "clause" and not clauses:
        return set()
    if need == "names" and not (clauses or children(cue, "oprd") or len(children(cue, "dobj")) > 1):
        return set()
    passive = {t for noun in children(cue, "nsubjpass") for t in noun.subtree}
    if passive:
        told = bool(children(cue, "agent") or clauses or objects)
        return passive | clauses | objects | _parts(cue, "prep") if told else set()
    if not _claimers(cue):
        return set()
    return clauses | objects | _prepositional(cue, bare=not (clauses or objects))


def _prepositional(cue: Token, *, bare: bool) -> set[Token]:
    found = [p for p in children(cue, "prep") if p.i > cue.i and p.lower_ not in _words("grammar", "times")]
    tokens = {token for p in found for token in p.subtree}
    return tokens - set(found[:1]) if bare else tokens


def _parts(cue: Token, *labels: str) -> set[Token]:
    return {token for child in children(cue, *labels) for token in child.subtree}


def _owners(noun: Token) -> list[Token]:
    owners = [owner for first in children(noun, "poss") for owner in with_conjuncts(first)]
    if owners:
        return owners
    by = [p for p in children(noun, "prep") if p.lower_ in ("by", "from")]
    if by:
        return [owner for p in by for owner in children(p, "pobj")]
    if noun.dep_ == "dobj" and noun.head.lower_ in _words("light"):
        return claimers_of(noun.head)
    return []


def _after_noun(noun: Token) -> set[Token]:
    clauses = [c for c in children(noun, "acl", "ccomp") if c.tag_ != "VBN"]
    if clauses:
        return {t for clause in clauses for t in clause.subtree}
    preps = [p for p in children(noun, "prep") if p.lower_ in _words("grammar", "about")]
    return {token for p in preps for token in p.subtree} - set(preps[:1])


def _that(clause: Token) -> bool:
    return any(mark.lower_ == "that" for mark in children(clause, "mark"))


@cache
def _verbs() -> dict[str, str]:
    """What each form of an attitude verb needs: "any", "clause" or "names"."""
    table = read_lexicon("en", "attitudes")["verbs"]
    return {form: need for need, rows in table.items() for row in rows for form in row.split()}


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(read_lexicon("en", "attitudes")[table][key].split())
