"""Who says what, read from the parse of one sentence.

A reporting verb, "according to" or a hedge ("reportedly") is the cue; its subject is the claimer, its clause
what is said. The parts (claimer, cue, content) follow PARC and PolNeAR (Pareti 2016; Newell and others 2018).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from whoholds.model import Span
from whoholds.text.citing import find_cited
from whoholds.text.claimer import PRONOUNS, claimer_span, claimers_of, is_finite, relative_of
from whoholds.text.content import content_of
from whoholds.text.hearsay import find_according, find_hearsay, find_reporting_noun, is_reporting_noun
from whoholds.text.outcomes import undone
from whoholds.text.relay import Relay, carries, is_outlet, outlet_words, posted, relay_of
from whoholds.text.reporting import ReportingVerb, hearsay_verbs, reporting_verbs, words
from whoholds.text.said import Said, children, is_mark, runs, token_span, with_conjuncts
from whoholds.text.stretches import Drawers
from whoholds.text.told_clauses import is_left_open, is_misread_noun

if TYPE_CHECKING:
    from whoholds.text.parse import Parsed
    from whoholds.text.tokens import Token

__all__ = ["Said", "Saids", "claim_attribution", "claim_attributions", "find_saids"]


def find_saids(sentence: Parsed) -> tuple[Said, ...]:
    """Every attribution in one parsed sentence, in order of its cue; two claimers give two.

    An attribution without content ("He added:") is kept for quotations that stand in the next sentence.
    """
    offset = sentence.span.start
    found: list[Said] = []
    for token in sentence.tokens:
        if _is_cue(token.lower_):
            found += _read(token, offset)
    found = _drop_carriers([_by_somebody(said) for said in found])
    return tuple(_relayed(said, found, sentence) for said in found)


def _by_somebody(said: Said) -> Said:
    """A sign is no claimer ("> acknowledged that"): somebody says so, the text does not tell who."""
    if said.claimer is None or any(letter.isalnum() for letter in said.claimer_head):
        return said
    return replace(said, claimer=None, claimer_head="", unnamed=True)


class Saids:
    """The attributions of a report, found by the words they are about without going through all."""

    def __init__(self, saids: Iterable[Said]) -> None:
        self._saids = tuple(saids)
        self._drawers = Drawers()
        for number, said in enumerate(self._saids):
            for span in (said.cue, *said.content):
                self._drawers.add(number, span)

    def about(self, place: Span) -> tuple[Said, ...]:
        """The attributions that claim the words at `place`: see `claim_attributions`."""
        return claim_attributions(place, (self._saids[number] for number in self._drawers.near(place)))

    def around(self, said: Said) -> tuple[Said, ...]:
        """The attributions in whose content this one is told, the outermost first."""
        near = (self._saids[number] for number in self._drawers.near(said.cue))
        over = (one for one in near if one.cue != said.cue and one.covers(said.cue))
        return tuple(sorted(over, key=lambda one: -one.size))


def claim_attribution(place: Span, saids: Iterable[Said]) -> Said | None:
    """The innermost attribution whose content covers the words at `place`, a named claimer first."""
    found = claim_attributions(place, saids)
    return found[0] if found else None


def claim_attributions(place: Span, saids: Iterable[Said]) -> tuple[Said, ...]:
    """Like `claim_attribution`, with every coordinated claimer of that same content ("A and B say …")."""
    covering = sorted((said for said in saids if said.covers(place) or said.cue.meets(place)), key=_rank)
    if not covering:
        return ()
    first = covering[0]
    if first.unnamed:  # "denied claims on Telegram that …": who denies it says so
        first = next((said for said in covering if said.denies and said.claimer), first)
    return tuple(said for said in covering if said.cue == first.cue and said.content == first.content)


def _rank(said: Said) -> tuple[bool, int]:
    return said.unnamed and said.relayed_by is None, said.size


@cache
def _is_cue(form: str) -> bool:
    """True for a word that `_read` reads: most words are none, and asked for nothing else."""
    return (
        form in ("per", "according")
        or form in reporting_verbs()
        or form in words("hearsay", "adverbs")
        or is_reporting_noun(form)
    )


def _read(token: Token, offset: int) -> list[Said]:
    kind = token.tag_[0]
    form = token.lower_
    if form == "per" and token.head.lower_ == "as":
        return find_according(token, offset)
    if kind == "V":
        if form == "according":
            return find_according(token, offset)
        verb = reporting_verbs().get(form)
        if verb is not None:
            return _read_verb(token, verb, offset)
        return []
    if kind == "R":
        return find_hearsay(token, offset) if form in words("hearsay", "adverbs") else []
    return find_reporting_noun(token, offset) if kind == "N" else []


def _read_verb(cue: Token, verb: ReportingVerb, offset: int) -> list[Said]:
    if verb.kind == "cite":
        return find_cited(cue, offset)
    if _not_said(cue, verb) or (verb.kind != "deny" and undone(cue) is not None):
        return []  # "falsely claimed" is not said by who claimed it
    claimers = _claimers(cue, verb)
    content = content_of(cue, verb, claimers)
    if content is None:
        return []
    base = Said(
        cue=token_span(cue, offset),
        verb=verb.lemma,
        kind=_kind(content, cue),
        content=runs(content, offset),
        denies=verb.kind == "deny",
        unnamed=not claimers,
        relative=relative_of(cue, offset),
    )
    if not claimers:
        hearsay = content and _is_passive(cue) and verb.lemma in hearsay_verbs()
        return [replace(base, kind="hearsay")] if hearsay else []
    relay = relay_of(cue, verb, offset)
    return [_by(base, claimer, relay, offset) for claimer in claimers]


def _by(base: Said, claimer: Token, relay: Relay | None, offset: int) -> Said:
    relay = relay or carries(claimer, offset) or posted(claimer, offset)
    return replace(
        base,
        claimer=claimer_span(claimer, offset),
        claimer_head=claimer.text,
        pronoun=claimer.lower_ in PRONOUNS,
        relayed_by=relay[0] if relay else None,
        relay=relay[1] if relay else None,
    )


def _claimers(cue: Token, verb: ReportingVerb) -> list[Token]:
    """Who says so; for a passive only who is named with "by"; for a picture only a picture."""
    if _is_passive(cue):
        return [noun for by in children(cue, "agent") for noun in children(by, "pobj")]
    told = [p for p in children(cue, "prep") if p.lower_ == "from"] if verb.lemma == "hear" else []
    if told:
        return [noun for by in told for first in children(by, "pobj") for noun in with_conjuncts(first)]
    found = [n for n in claimers_of(cue) if n.lower_ not in ("there", "which") and not _is_this_text(n)]
    if verb.kind == "show":
        shown = cue.head.lower_ if cue.dep_ in ("acl", "relcl") else ""
        return [noun for noun in found if {noun.lower_, shown} & words("nouns", "pictures")]
    return found


def _is_this_text(noun: Token) -> bool:
    """ "This story has been corrected to say": the report itself, which is nobody."""
    this = any(child.lower_ == "this" for child in children(noun, "det"))
    return this and noun.lower_ in words("nouns", "texts")


def _is_passive(cue: Token) -> bool:
    """True for "is said to", and for a participle after its noun ("a man accused of")."""
    return bool(children(cue, "auxpass", "nsubjpass")) or (
        cue.dep_ == "acl" and cue.tag_ == "VBN" and not is_finite(cue)
    )


def _not_said(cue: Token, verb: ReportingVerb) -> bool:
    """A negated verb reports nothing ("could not confirm that …"), but "did not deny" does."""
    if verb.kind == "deny":
        return is_left_open(cue) and bool(children(cue, "dobj"))  # "to confirm or deny their claim"
    if is_misread_noun(cue):
        return True
    return any(not _apart(word, cue) for word in children(cue, "neg")) or any(
        aux.lower_ in ("could", "can", "would") for aux in children(cue, "aux")
    )


def _apart(word: Token, cue: Token) -> bool:
    """ "Probably not," he said: what stands beyond a comma or a mark is no part of the verb group."""
    return any(is_mark(token) for token in cue.doc[word.i : cue.i])


def _kind(content: set[Token], cue: Token) -> str:
    if not any(token.tag_ in ("``", "''") for token in cue.doc):
        return "indirect"
    places = {token.i for token in content}
    depth, inside = 0, 0
    for token in cue.doc:
        if token.tag_ == "``":
            depth = 1
        elif token.tag_ == "''":
            depth = 0
        elif depth and token.i in places:
            inside += 1
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.8 * len(places) else "mixed"


def _drop_carriers(found: Sequence[Said]) -> list[Said]:
    """Where a report cites another, the citing outlet is the relay and not the claimer."""
    cited = {said.cue for said in found if said.kind == "cited"}
    kept = [said for said in found if said.kind == "cited" or said.cue not in cited]
    return [replace(said, kind="indirect") if said.kind == "cited" else said for said in kept]


def _relayed(said: Said, found: Sequence[Said], sentence: Parsed) -> Said:
    """An outlet that reports what another says has carried it; so has one that another claimer told."""
    if (
        said.relayed_by is not None
        or said.claimer is None
        or said.verb == "according"
        or _by_outlet(said, sentence)
    ):
        return said
    for outer in found:
        if outer is not said and outer.claimer is not None and outer.covers(said.cue):
            head = _token_at(outer, sentence)
            if head is not None and is_outlet(head):
                name, place = outlet_words(head, sentence.span.start)
                return replace(said, relayed_by=name, relay=place)
    for other in found:
        if other.relayed_by is not None and other.verb not in ("according", "tweet"):
            return replace(said, relayed_by=other.relayed_by, relay=other.relay)
    return said


def _by_outlet(said: Said, sentence: Parsed) -> bool:
    head = _token_at(said, sentence)
    return head is not None and is_outlet(head)


def _token_at(said: Said, sentence: Parsed) -> Token | None:
    if said.claimer is None:
        return None
    for token in sentence.tokens:
        if token.text == said.claimer_head and token_span(token, sentence.span.start).within(said.claimer):
            return token
    return None
