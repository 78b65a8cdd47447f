"""What is said: the clause, object or preposition that a reporting verb governs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from whoholds.text.relay import is_outlet
from whoholds.text.reporting import ReportingVerb, reporting_verbs
from whoholds.text.said import children, subtree
from whoholds.text.told_clauses import told_aside

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_FRONTED = frozenset({"prep", "advcl", "npadvmod", "advmod", "mark", "conj", "dep", "nsubj", "parataxis"})
_QUOTES = frozenset("\"“”‘’'«»")


def content_of(cue: Token, verb: ReportingVerb, claimers: Sequence[Token]) -> set[Token] | None:
    """The tokens of what is said; empty when it stands in another sentence; None when nothing is reported."""
    clause = _misattached(cue, verb) or _clause(cue, claimers)
    if clause and verb.quote_only and not _quoted(cue):
        return None
    if clause:
        return clause
    if verb.clause_only or verb.quote_only:
        return None
    found = _object(cue, verb) | _prepositional(cue, verb)
    if found:
        return found
    if verb.object or verb.prepositions or verb.kind in ("believe", "urge", "show"):
        rest = _fronted_rest(cue, claimers) if _closes(cue) else set()
        return rest or (set() if _announces(cue) else None)
    return _quotation(cue) or _fronted_rest(cue, claimers)


def _misattached(cue: Token, verb: ReportingVerb) -> set[Token]:
    """The object, where the parser found a clause as well that is a report of its own, or an aside."""
    objects = children(cue, "dobj") if verb.object else []
    if not objects or is_outlet(objects[0]):
        return set()
    aside = cue.dep_ == "advcl" and not children(cue, "ccomp", "xcomp")
    reports = any(c.lower_ in reporting_verbs() and children(c, "nsubj") for c in children(cue, "ccomp"))
    return _object(cue, verb) if aside or reports else set()


def _clause(cue: Token, claimers: Sequence[Token]) -> set[Token]:
    clauses = [c for c in children(cue, "ccomp", "xcomp") if c.tag_[0] != "J" or children(c, "nsubj")]
    own = [c for c in clauses if not _before_mark(c, cue)]
    clauses = own or ([] if children(cue, "dobj", "oprd") else clauses)  # "; B called it a lie"
    clauses = [c for c in clauses if told_aside(c, cue) is None]
    if not clauses:
        clauses = [c for noun in _documents(cue) for c in children(noun, "acl", "relcl", "ccomp") if _that(c)]
    passive = children(cue, "nsubjpass")
    if passive and clauses:
        return {t for part in (*passive, *clauses) for t in part.subtree}
    if clauses:
        found = {t for clause in clauses for t in clause.subtree}
        named = [c for c in claimers if c.i < cue.i and not c.is_ancestor(cue)]
        return (found | _before(cue, clauses[0], claimers)) - {t for c in named for t in c.subtree}
    if told := [c for c in children(cue.head, "ccomp") if told_aside(c, cue.head) == cue]:
        return {t for clause in told for t in clause.subtree}
    if cue.dep_ == "parataxis" or (
        cue.dep_ == "advcl" and any(m.lower_ == "as" for m in children(cue, "mark", "advmod"))
    ):
        return subtree(cue.head, cue)
    if passive and not children(cue, "agent"):
        return subtree(cue)
    return set()


def _before_mark(clause: Token, cue: Token) -> bool:
    """ "A said it fell; B said it held": the parser hangs what A said on what B says as well."""
    return any(token.text == ";" for token in cue.doc[clause.i : cue.i])


def _documents(cue: Token) -> list[Token]:
    """ "Admitted in a statement that …": the parser hangs the clause on the statement."""
    found = [noun for prep in children(cue, "prep") for noun in children(prep, "pobj")]
    return [*found, *children(cue, "dobj", "dative", "npadvmod")]


def _that(clause: Token) -> bool:
    return any(mark.lower_ == "that" for mark in children(clause, "mark"))


def _before(cue: Token, clause: Token, claimers: Sequence[Token]) -> set[Token]:
    """Words that open the reported clause but hang on the cue: "After clashes, it fell, officials said"."""
    if clause.i > cue.i:
        return set()
    speaking = {token for claimer in claimers for token in claimer.subtree}
    edge = clause.left_edge.i
    fronted = [c for c in cue.children if c.i < edge and c.dep_ in _FRONTED and c.lower_ != "according"]
    return {token for child in fronted for token in child.subtree if token.i < edge} - speaking


def _object(cue: Token, verb: ReportingVerb) -> set[Token]:
    if not verb.object:
        return set()
    passive = children(cue, "nsubjpass")
    found = passive or [noun for noun in children(cue, "dobj") if not is_outlet(noun)]
    if passive:
        return subtree(cue, *children(cue, "agent"))
    content = {token for noun in found for token in noun.subtree}
    if content and verb.kind == "show":
        content |= {token for prep in children(cue, "prep") for token in prep.subtree}
    return {token for token in content if token.lower_ != "responsibility"} if content else set()


def _prepositional(cue: Token, verb: ReportingVerb) -> set[Token]:
    if not verb.prepositions:
        return set()
    places = [cue, *children(cue, "dobj")]
    found = [p for place in places for p in children(place, "prep") if p.lower_ in verb.prepositions]
    return {token for preposition in found for token in preposition.subtree} - set(found)


def _announces(cue: Token) -> bool:
    """ "The agency reports:": what is said stands in the next paragraph."""
    return cue.tag_ in ("VBZ", "VBD") and cue.i + 2 == len(cue.doc) and cue.nbor().text == ":"


def _closes(cue: Token) -> bool:
    """ "…, the president has announced.": nothing follows that could be said."""
    return not any(token.text.isalpha() for token in cue.doc[cue.i + 1 :])


def _quoted(cue: Token) -> bool:
    return any(token.text in _QUOTES for token in cue.doc)


def _quotation(cue: Token) -> set[Token]:
    """The quoted words of the sentence, when the cue stands outside of them."""
    inside: set[Token] = set()
    open_quote = False
    for token in cue.doc:
        if token.tag_ in ("``", "''") and token.text in _QUOTES:
            open_quote = not open_quote
        elif open_quote:
            inside.add(token)
    return set() if cue in inside else inside


def _fronted_rest(cue: Token, claimers: Sequence[Token]) -> set[Token]:
    """The clause that the parser hung elsewhere: before ", X said" or "said X", after "as saying,"."""
    if not claimers:
        return set()
    top = cue.head.head if cue.dep_ == "pcomp" and cue.head.lower_ == "as" else cue
    if top.dep_ == "ccomp" and top.head.i > cue.i:
        return subtree(top.head, top)
    speaking = {token for claimer in claimers for token in claimer.subtree}
    first = min(cue.i, *(token.i for token in speaking))
    inverted = min(token.i for token in speaking) == cue.i + 1 and cue.i > 2
    closing = first > 2 and (cue.doc[first - 1].text == "," or cue.doc[first - 1].text in _QUOTES)
    if cue.head.i < first and (inverted or (closing and cue.dep_ in ("conj", "dep", "ccomp", "relcl"))):
        return {token for token in cue.doc[:first] if token not in speaking}
    return set()
