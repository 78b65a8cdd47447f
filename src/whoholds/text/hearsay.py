"""Attributions without a reporting verb: "according to X", "reportedly", "reports of", "X's claims"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.model import Span
from whoholds.text.claimer import PRONOUNS, claimer_span, claimers_of
from whoholds.text.commitment import word_set
from whoholds.text.outcomes import undone
from whoholds.text.relay import through_preposition, via
from whoholds.text.reporting import reporting_verbs, words
from whoholds.text.said import Said, children, runs, subtree, token_span, with_conjuncts
from whoholds.text.told_clauses import denied_by, is_content

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_ASIDE = frozenset({"while", "as", "although", "though", "whereas"})


def find_according(token: Token, offset: int) -> list[Said]:
    """One attribution for each claimer after "according to"; its content is the clause that it hangs on."""
    to = [child for child in children(token, "prep") if child.lower_ == "to"] or [token]
    nouns = [
        noun for prep in to for first in children(prep, "pobj", "pcomp") for noun in with_conjuncts(first)
    ]
    if token.lower_ == "per":
        nouns = [noun for noun in nouns if noun.lower_ not in words("nouns", "orders")]
        token = token.head
    above = _clause_above(token)
    content = runs(subtree(above, token), offset)
    relay = via(token, offset) or (via(token.head, offset) if token.head != token else None)
    if relay is None:
        relay = next((found for noun in nouns if (found := via(noun, offset))), None)
    return [
        Said(
            cue=token_span(token, offset),
            verb="according",
            kind="according",
            content=content,
            claimer=claimer_span(noun, offset),
            claimer_head=noun.text,
            pronoun=noun.lower_ in PRONOUNS,
            relayed_by=relay[0] if relay else None,
            relay=relay[1] if relay else None,
        )
        for noun in nouns
    ]


def find_hearsay(adverb: Token, offset: int) -> list[Said]:
    """ "Reportedly": somebody says so; the content is the clause of the word that it stands with."""
    above = adverb.head
    aside = [
        child
        for child in children(above, "advcl")
        if any(m.lower_ in _ASIDE for m in children(child, "mark"))
    ]
    content = subtree(above, *aside) - {adverb}
    place = token_span(adverb, offset)
    return [Said(cue=place, verb=adverb.lower_, kind="hearsay", content=runs(content, offset), unnamed=True)]


def is_reporting_noun(form: str) -> bool:
    """True for "reports", "denial", "claims" and the like, in lower case."""
    return any(form in words("nouns", kind) for kind in ("hearsay", "denials", "claims"))


def find_reporting_noun(noun: Token, offset: int) -> list[Said]:
    """A noun that reports, with what it reports: "reports that …", "the army's denial of …"."""
    form = noun.lower_
    if not is_reporting_noun(form) or denied_by(noun) is not None:
        return []  # "rejected M23's claim" is said by who rejects it
    if undone(noun) is not None:
        return _judged(noun, offset)  # "M23's claim … is false" is said by who says that it is
    hearsay, denial = form in words("nouns", "hearsay"), form in words("nouns", "denials")
    parts = [c for c in noun.children if (c.dep_ == "acl" and _finite(c)) or is_content(c)]
    parts += [c for c in children(noun, "prep") if c.lower_ in ("of", "about", "on") and (not parts)]
    if not parts and hearsay and noun.dep_ == "nsubj" and noun.head.lower_ not in reporting_verbs():
        parts = [c for c in children(noun.head, "ccomp") if _finite(c)]  # "rumours spread that …"
    content = {token for part in parts for token in part.subtree} - {p for p in parts if p.dep_ == "prep"}
    owners = [owner for first in children(noun, "poss") for owner in with_conjuncts(first)]
    owners = owners or [o for by in children(noun, "prep") if by.lower_ == "by" for o in children(by, "pobj")]
    relay = through_preposition(noun, offset) if not owners else None
    if not content or not (owners or hearsay or relay):
        return []
    base = Said(token_span(noun, offset), form, "hearsay", runs(content, offset), unnamed=True, denies=denial)
    if relay is not None:
        base = replace(base, relayed_by=relay[0], relay=relay[1])
    return [_owned(base, owner, offset) for owner in owners] or [base]


def _judged(noun: Token, offset: int) -> list[Said]:
    """Who scorns a claim, or calls it a lie: "ridiculed the idea that it fell", "called the claim a lie"."""
    verb = next((word for word in noun.ancestors if word.tag_[0] == "V"), None)
    if verb is None or verb.lower_ not in word_set("outcome", "scorns") | word_set("outcome", "calls"):
        return []
    base = Said(token_span(verb, offset), verb.lower_, "indirect", runs(subtree(noun), offset), denies=True)
    found = [_owned(base, claimer, offset) for claimer in claimers_of(verb) if claimer.i < verb.i]
    return [replace(one, claimer=_until(one.claimer, base.cue)) for one in found]


def _until(claimer: Span | None, cue: Span) -> Span | None:
    """The claimer's words before the cue: the parser takes "called" in "the chief called it" for his."""
    return Span(claimer.start, min(claimer.end, cue.start - 1)) if claimer is not None else None


def is_nobodys(form: str, said: str) -> bool:
    """True for a rumour, and for posts and accounts of the net: `form` is the cue or the claimer's noun."""
    if form in words("nouns", "rumours"):
        return True
    told = {word.strip(".,'’\"").lower() for word in said.split()}
    return form in words("nouns", "users") and not told.isdisjoint(words("nouns", "networks"))


def _owned(base: Said, owner: Token, offset: int) -> Said:
    return replace(
        base,
        kind="indirect",
        unnamed=False,
        claimer=claimer_span(owner, offset),
        claimer_head=owner.text,
        pronoun=owner.tag_ == "PRP$",
    )


def _finite(clause: Token) -> bool:
    return any(mark.lower_ == "that" for mark in children(clause, "mark")) or bool(
        children(clause, "nsubj", "nsubjpass")
    )


def _clause_above(token: Token) -> Token:
    """The verb or, failing one, the noun that "according to" hangs on, out of nested noun phrases."""
    above = token.head
    while (
        above.tag_[0] not in "VM"
        and above.head != above
        and above.dep_
        in (
            "prep",
            "pobj",
            "dobj",
            "npadvmod",
            "attr",
            "appos",
            "nsubj",
            "advmod",
            "pcomp",
            "acomp",
            "conj",
            "quantmod",
            "nummod",
            "amod",
        )
    ):
        above = above.head
    return above
