"""The words for who says so: the whole noun phrase with name and role, one for each that is coordinated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.claimer_before import phrase_before
from whoholds.text.reporting import reporting_verbs, words
from whoholds.text.said import SUBJECTS, children, with_conjuncts

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "him", "her", "them"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_STOPS = frozenset(",;:-–—\"“”'’")
_LEFT_OUT = frozenset({"relcl", "cc", "conj", "advcl", "ccomp", "npadvmod", "preconj", "parataxis", "dep"})


def claimers_of(verb: Token) -> list[Token]:
    """The nouns that say: the verb's subject, wherever the clause gets it from, with what is coordinated."""
    subject = subject_of(verb)
    found = with_conjuncts(subject) if subject is not None else []
    found = [noun for noun in found if noun is subject or not _are_its_allies(noun)]
    return [
        noun for noun in found if noun.lower_.removesuffix("s") not in word_set("pointing", "edges", "units")
    ]


def _are_its_allies(noun: Token) -> bool:
    """ "Its allies" in "the army and its allies said"."""
    owned = any(child.lower_ in ("its", "their") for child in children(noun, "poss"))
    return owned and noun.lower_ in word_set("pointing", "own_allies")


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb: its own, or the one it shares with or takes from the verb or noun above it."""
    own = [child for child in children(verb, *SUBJECTS) if child.text.strip("-—–'’\"“”")]
    own = own or [child for aux in children(verb, "aux") for child in children(aux, *SUBJECTS)]
    if own:
        subject = _nominal(own, verb)
        return _antecedent(subject, verb) if subject.lower_ in RELATIVES else subject
    misread = (
        _account(verb)
        or _after_cue(verb)
        or _of_clause_before(verb)
        or _before_cue(verb)
        or _apposed(verb)
        or phrase_before(verb)
    )
    if misread is not None or depth > 3 or verb.head == verb:
        return misread
    return _shared_subject(verb, depth)


def relative_of(verb: Token, offset: int) -> Span | None:
    """The "who" or "which" that is the verb's own subject and stands for the noun before it."""
    own = [c for c in children(verb, "nsubj") if c.lower_ in RELATIVES] if verb.dep_ == "relcl" else []
    return Span(offset + own[0].idx, offset + own[0].idx + len(own[0])) if own else None


def _account(verb: Token) -> Token | None:
    """ "Accounts close to the rebels said", "channels linked to them said", parsed as what is said."""
    if verb.lower_ not in reporting_verbs():
        return None
    for clause in children(verb, "ccomp"):
        before = verb.i > clause.i and all(token.text not in _STOPS for token in verb.doc[clause.i : verb.i])
        account = clause.lower_ in words("nouns", "users") and not children(clause, "mark", "aux")
        channel = clause.tag_ in ("VBD", "VBN") and clause.nbor(1).lower_ in ("to", "with", "by")
        channel = channel and any(n.lower_ in words("nouns", "users") for n in children(clause, "nsubj"))
        if before and (account or channel):
            return clause
    return None


def _after_cue(verb: Token) -> Token | None:
    """ "…, reported Anna Berg, the mayor": the parser takes the inverted subject for an object."""
    opened = verb.i > 1 and verb.nbor(-1).text in _STOPS
    if not opened or not (children(verb, "ccomp") or verb.dep_ == "conj"):
        return None
    found = [noun for noun in children(verb, "dobj") if noun.i > verb.i and is_person(noun)]
    return found[-1] if found else None


def _of_clause_before(verb: Token) -> Token | None:
    """ "The army denies it fell, says it holds on": who says so is who denied."""
    if verb.lower_ not in reporting_verbs() or not verb.i or verb.nbor(-1).text != ",":
        return None
    before = (c for c in children(verb, "ccomp") if c.i < verb.i and c.lower_ in reporting_verbs())
    return next((noun for clause in before for noun in children(clause, *SUBJECTS)), None)


def _before_cue(verb: Token) -> Token | None:
    """ "…, the mayor, Anna Berg, has announced.": the parser takes the subject for an apposition."""
    clauses = children(verb, "ccomp")
    if not clauses or clauses[0].i > verb.i or verb.i < len(verb.doc) - 3:
        return None
    place = min([verb.i, *(aux.i for aux in children(verb, "aux", "advmod"))]) - 1
    while place > 0 and verb.doc[place].text in _STOPS:
        place -= 1
    noun, people = verb.doc[place], words("nouns", "people")
    while noun.dep_ in ("appos", "compound", "conj") and noun.head.i < noun.i and noun.head.lower_ in people:
        noun = noun.head
    noun = _whole_name(noun, clauses[0])
    return noun if noun.tag_[0] == "N" and noun.i > clauses[0].i else None


def _apposed(verb: Token) -> Token | None:
    """ "… took Herat, a security source told AFP": the subject is taken for an apposition of Herat."""
    if verb.i < 3 or verb.lower_ not in reporting_verbs() or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    noun = verb.nbor(-1)
    first = noun.left_edge.i
    apposed = noun.dep_ == "appos" and noun.tag_ in ("NN", "NNS") and noun.head.i < first
    return noun if apposed and first > 1 and noun.doc[first - 1].text == "," else None


def _whole_name(noun: Token, clause: Token) -> Token:
    """ "the Observatory for Human Rights": the noun that the phrase with the last name hangs on."""
    stop = max((t.i for t in noun.doc[clause.i : noun.i] if t.text in _STOPS), default=clause.i)
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.i > stop:
        over = noun.head.head
        if over.tag_[0] != "N":
            break
        noun = over
    return noun


def claimer_span(head: Token, offset: int) -> Span:
    """The noun phrase as it is written: with a person's titles and apposition, without relative clauses."""
    kept = {head.i}
    _keep(head, kept)
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    doc = head.doc
    while last > head.i and not doc[last].text[-1:].isalnum() and doc[last].text != ")":
        last -= 1
    while first < head.i and not _opens(doc[first]):
        first += 1
    return Span(offset + doc[first].idx, offset + doc[last].idx + len(doc[last]))


def _opens(token: Token) -> bool:
    """True for what may open a claimer's words: no mark, and not the day of "Friday the minister said"."""
    return token.text[0].isalnum() and token.lower_ not in words("nouns", "days")


def is_finite(cue: Token) -> bool:
    """ "The Observatory announced on Sunday that …": the parser takes the verb for a participle."""
    top = cue.dep_ == "acl" and cue.head.dep_ == "ROOT"
    return top and any(mark.lower_ == "that" for c in children(cue, "ccomp") for mark in children(c, "mark"))


def is_person(head: Token) -> bool:
    """True for a role noun ("governor"), or a name that stands with one."""
    people = words("nouns", "people")
    if head.lower_ in people:
        return True
    near = [child for child in head.children if child.dep_ in ("compound", "appos", "nmod", "amod")]
    return any(child.lower_ in people for child in near) or (
        head.dep_ == "appos" and head.head.lower_ in people
    )


def _nominal(own: list[Token], verb: Token) -> Token:
    """Of several subjects that the parser found, the nearest noun before the verb, else the last after it."""
    before = [child for child in own if child.i < verb.i]
    return before[-1] if before else own[-1]


def _antecedent(pronoun: Token, verb: Token) -> Token:
    if verb.dep_ == "relcl" and verb.head.tag_[0] in "NP":
        return verb.head
    return pronoun


def _shared_subject(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (outer := _reporting_above(verb)) is not None:
        return subject_of(outer, depth + 1)
    if verb.dep_ == "conj" and (teller := _teller_of_fate(verb)) is not None:
        return subject_of(teller, depth + 1)
    if verb.dep_ in ("conj", "xcomp", "advcl") and head.tag_[0] in "VM":
        return subject_of(head, depth + 1)
    if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.tag_[0] == "V":
        quoting = head.head
        objects = children(quoting, "dobj") if not children(quoting, "nsubjpass") else []
        return objects[0] if objects else subject_of(quoting, depth + 1)
    if verb.dep_ in ("acl", "relcl") and head.tag_[0] == "N":
        asked = head.lower_ in words("nouns", "calls")  # a call that calls for a truce is no speaker
        return _issuer(head, depth) or (None if asked else head)
    return None


def _teller_of_fate(verb: Token) -> Token | None:
    """ "The army acknowledged that two soldiers were killed but said …": those killed say nothing; nor do the
    rebels of "acknowledged that rebels had taken it, and confirmed that …"."""
    clause = verb.head
    told = verb.lower_ in reporting_verbs() and clause.dep_ == "ccomp"
    apart = any(token.text == "," for token in verb.doc[verb.i - 2 : verb.i])
    settles = apart and verb.lower_ in words("settling", "verbs")
    return _reporting_above(clause) if told and (settles or children(clause, "nsubjpass")) else None


def _reporting_above(verb: Token) -> Token | None:
    """ "Sources told us that rebels took the town, adding that …": it is the sources who add."""
    above = verb.head
    for _ in range(4):
        if above.lower_ in reporting_verbs():
            return above
        if above.head == above:
            return None
        above = above.head
    return None


def _issuer(document: Token, depth: int) -> Token | None:
    """Who issued the statement or video: "the mayor published a statement announcing …"."""
    if document.lower_ not in words("nouns", "documents"):
        return None
    owners = children(document, "poss")
    if owners:
        return owners[0] if owners[0].tag_ != "PRP$" else None
    issued = document.dep_ == "dobj" and document.head.lower_ in words("nouns", "issuing")
    return subject_of(document.head, depth + 1) if issued else None


def _keep(head: Token, kept: set[int]) -> None:
    for child in head.children:
        if child.dep_ in _LEFT_OUT or child.lower_ in words("nouns", "days"):
            continue
        if child.dep_ == "appos" and not _kept_apposition(head, child):
            continue
        if child.dep_ == "acl" and (child.tag_ != "VBN" or is_finite(child)):
            continue
        if child.dep_ == "acl" and child.i - 1 in {p.i for p in head.children if p.text == ","}:
            continue
        if child.dep_ == "prep" and _temporal(child):
            continue
        kept.add(child.i)
        if child.dep_ == "appos":
            _keep(child, kept)
        else:
            kept.update(inner.i for inner in child.subtree)


def _kept_apposition(head: Token, apposition: Token) -> bool:
    """A person's name or role, or an abbreviation in brackets; not what a group is."""
    person = is_person(head) or apposition.lower_ in words("nouns", "people")
    return person or _in_brackets(apposition)


def _in_brackets(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == "("


def _temporal(preposition: Token) -> bool:
    days = words("nouns", "days")
    return preposition.lower_ in ("on", "via") and any(
        c.lower_ in days or preposition.lower_ == "via" for c in preposition.children
    )
