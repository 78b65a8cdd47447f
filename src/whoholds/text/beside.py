"""What stands beside an event word: hedging adverbs and adjectives, negation, modals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.text.commitment import Edge, Effect, word_set
from whoholds.text.governing import find_governor, governor_step, in_headline
from whoholds.text.reporting import reporting_verbs, words
from whoholds.text.said import children
from whoholds.text.verbs import has_no, is_negated, is_past, is_present, modal_effect

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

Beside = tuple[Effect, "Token", str]
_BEFORE = (
    ("probable_before", Effect.PROBABLE),
    ("possible_before", Effect.POSSIBLE),
    ("future_before", Effect.FUTURE),
    ("denied_before", Effect.DENY),
)
_MODAL = {
    "future": Effect.FUTURE,
    "possible": Effect.POSSIBLE,
    "probable": Effect.PROBABLE,
    "deny": Effect.DENY,
}


_MEDIA = frozenset({"media", "news", "press", "newspaper", "television", "radio"})
_OFFICIAL = frozenset({"the", "these", "its", "their", "official", "police", "reliable", "confirmed"})
_OPEN_QUESTION = frozenset({"clear", "certain", "known", "sure", "possible"})  # "it is not clear if"
_OPEN = frozenset({"say", "confirm", "claim", "deny", "post"})


def beside(word: Token, below: Token | None = None) -> Iterator[Beside]:
    """The effects of the words that hang on this one: (effect, word, reason); `below` is seen already."""
    yield from _adverbs(word)
    if below is None and word.tag_ in ("VBZ", "VBP") and (cue := _condition(word)) is not None:
        yield Effect.FUTURE, cue, f"“if … {cue.text}”"
    if (cue := _not_in_headline(word)) is not None:
        yield Effect.DENY, cue, f"“{cue.text} {word.text}”"
    if word.tag_[0] in "VM":
        yield from _verb_group(word, below)
    else:
        yield from _noun_group(word, below)


def _not_in_headline(word: Token) -> Token | None:
    """ "Town Not Yet Retaken, Says Mayor": the parser takes the participle for a name."""
    before = [token for token in word.doc[max(0, word.i - 2) : word.i] if token.lower_ != "yet"]
    named = word.tag_[:3] == "NNP" and in_headline(word) and bool(before)
    return before[-1] if named and before[-1].lower_ in ("not", "never") else None


def _adverbs(word: Token) -> Iterator[Beside]:
    if word.tag_[0] in "VM":
        yield from _clause_hedges(word)
    for child in word.children:
        if child.dep_ in ("advmod", "amod", "intj", "dep", "meta"):
            form = child.lower_
            almost = any(word.lower_ in word_set("beside", "denied") for word in child.children)
            if form in word_set("beside", "probable") or (almost and form in word_set("beside", "sure")):
                yield Effect.PROBABLE, child, f"hedged with “{child.text}”"
            elif form in word_set("beside", "possible"):
                yield Effect.POSSIBLE, child, f"hedged with “{child.text}”"


def _clause_hedges(verb: Token) -> Iterator[Beside]:
    """ "In all likelihood", "it seems" between commas, "according to reports", "almost"."""
    beside_auxiliaries = (child for aux in children(verb, "aux", "auxpass") for child in aux.children)
    for child in (*verb.children, *beside_auxiliaries):
        if child.dep_ == "advmod" and child.lower_ in word_set("beside", "denied") and _of_verb(child, verb):
            yield Effect.DENY, child, f"“{child.text} {verb.text}”"
        elif child.dep_ == "prep" and _is_likelihood(child):
            yield Effect.PROBABLE, child, f"“{child.text} …”"
        elif child.dep_ == "prep" and _is_unreal(child):
            yield Effect.DENY, child, "only there"
        elif child.dep_ == "advcl" and _if_believed(child):
            yield Effect.PROBABLE, child, f"“if … {child.text}”"
        elif child.lower_ == "according" and _of_hearsay(child):
            yield Effect.PROBABLE, child, "according to reports"
        elif child.dep_ == "parataxis" and children(child, "nsubj", "nsubjpass"):
            governor = find_governor(child, Edge.CLAUSE)
            if governor is not None and governor.effect is Effect.PROBABLE:
                yield Effect.PROBABLE, child, f"“{child.text}” between commas"
        elif child.dep_ in ("nsubj", "nsubjpass"):
            yield from _before_subject(child)


def _condition(verb: Token) -> Token | None:
    """ "Unless the road opens, they take the town": in the present, only what is to come hangs on it."""
    for clause in children(verb, "advcl"):
        marks = {mark.lower_ for mark in children(clause, "mark") if not _concedes(mark)}
        if marks & {"if", "unless"} and is_present(clause) and not _if_believed(clause):
            return clause
    return None


def _concedes(mark: Token) -> bool:
    """ "Even if"."""
    return mark.i > 0 and mark.nbor(-1).lower_ == "even"


def _of_verb(adverb: Token, verb: Token) -> bool:
    """ "Almost took", not "almost entirely controlled"."""
    return adverb.i < verb.i and (adverb.i + 1 == verb.i or adverb.doc[adverb.i + 1].tag_ != "RB")


def _before_subject(subject: Token) -> Iterator[Beside]:
    """ "Perhaps as many as forty men", "reportedly the last units": the first word hedges all."""
    first = subject.left_edge
    for key, effect in (("probable", Effect.PROBABLE), ("possible", Effect.POSSIBLE)):
        if first != subject and first.tag_[:2] == "RB" and first.lower_ in word_set("beside", key):
            yield effect, first, f"“{first.text}” before the subject"


def _is_likelihood(link: Token) -> bool:
    return link.lower_ in ("in", "by") and any(
        noun.lower_ in word_set("beside", "likelihood") for noun in children(link, "pobj")
    )


def _is_unreal(link: Token) -> bool:
    """ "Only on Facebook", "only on paper"."""
    only = any(child.lower_ == "only" for child in link.children)
    return only and any(noun.lower_ in word_set("beside", "unreal_places") for noun in children(link, "pobj"))


def _if_believed(clause: Token) -> bool:
    """ "If reports are to be believed", "if the army is right"."""
    if all(mark.lower_ != "if" for mark in children(clause, "mark")):
        return False
    told = (clause, *children(clause, "xcomp", "acomp"))
    return any(word.lower_ in word_set("beside", "if_believed") for word in told)


def _of_hearsay(according: Token) -> bool:
    """ "According to local reports", not to "the ministry's report" or "reports by the UN"."""
    for to in children(according, "prep"):
        for noun in children(to, "pobj"):
            named = children(noun, "poss") or any(c.lower_ == "by" for c in noun.children)
            compound = any(c.lower_ not in _MEDIA for c in children(noun, "compound"))
            named = named or compound or any(c.lower_ in _OFFICIAL for c in noun.children)
            if noun.tag_ == "NNS" and noun.lower_ in words("nouns", "hearsay"):
                return not named
    return False


def _verb_group(verb: Token, below: Token | None) -> Iterator[Beside]:
    modal = modal_effect(verb, below)
    negated = is_negated(verb, below)
    if modal == "future" and below is not None and _by_fools(verb):
        yield Effect.DENY, verb, f"only fools would “{verb.text}”"
    elif negated and below is not None and is_report(verb):
        yield Effect.POSSIBLE, verb, f"not “{verb.text}”"
    elif modal == "future" and below is not None and is_report(verb) and is_past(below):
        return  # "would only say that it has fallen"
    elif modal == "future" and below is not None and _is_polite(verb):
        return  # "it would appear that it has fallen"
    elif _is_aim(verb):
        yield Effect.FUTURE, verb, f"an aim: “{verb.text}”"
    elif modal is not None:
        yield _MODAL[modal], verb, f"under a modal: {modal}"
    elif negated and not any(child.lower_ in _OPEN_QUESTION for child in children(verb, "acomp")):
        yield Effect.DENY, verb, f"“{verb.text}” is negated"


def _by_fools(verb: Token) -> bool:
    """ "Only a fool would say"."""
    return any(noun.lower_ in word_set("outcome", "fools") for noun in children(verb, "nsubj"))


def _is_polite(verb: Token) -> bool:
    would = any(child.lower_ in ("would", "'d") for child in children(verb, "aux"))
    return would and verb.lower_ in word_set("beside", "seeming")


def _is_aim(verb: Token) -> bool:
    """ "The objective is cutting the road": the parser takes it for what the objective does."""
    aims = any(noun.lower_ in word_set("beside", "aims") for noun in children(verb, "nsubj"))
    return (
        aims
        and verb.tag_ == "VBG"
        and any(aux.tag_ in ("VBZ", "VBD", "VBP") for aux in children(verb, "aux"))
    )


def hearsay_label(event: Token) -> Token | None:
    """The "reports" that a headline stands under: "Town falls: reports", "Reports: town falls"."""
    told = [token for token in event.doc if token.text[0].isalnum()]
    first, last = told[0], told[-1]
    if first.i < last.i and first.lower_ in words("nouns", "hearsay") and first.nbor(1).text == ":":
        return first
    labels = last.lower_ in words("nouns", "hearsay") and last.i > event.i and event.doc[-1].text not in ".?!"
    return last if labels and not children(last, "det", "poss", "amod") and _is_set_off(last) else None


def _is_set_off(last: Token) -> bool:
    before = last.nbor(-1)
    return before.text in ":-–—(,‘'" or before.lower_ in ("say", "says", "according")


def is_report(verb: Token) -> bool:
    """True for a verb that says or confirms: negated, it leaves the event open ("do not believe" denies)."""
    if verb.lower_ in word_set("negation", "open"):
        return True
    reporting = reporting_verbs().get(verb.lower_)
    return reporting is not None and reporting.kind in _OPEN


def _noun_group(noun: Token, below: Token | None) -> Iterator[Beside]:
    if has_no(noun) and noun.lower_ in word_set("outcome", "messages") and below is not None:
        if below.lower_ not in ("on", "about") or _of_taking(below):
            yield Effect.POSSIBLE, noun, f"“no {noun.text}”"
    elif noun.tag_[0] == "N" and has_no(noun):
        yield Effect.DENY, noun, f"“no {noun.text}”"
    if noun.tag_ == "JJ" and noun.head.tag_[0] == "V" and any(c.dep_ == "neg" for c in noun.children):
        yield Effect.DENY, noun, f"not “{noun.text}”"
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in word_set("beside", "told_after"):
            yield Effect.PROBABLE, child, f"“{noun.text} {child.text}”"
        if child.dep_ == "compound" and child.lower_.endswith("s") and in_headline(child):
            step = governor_step(child, Edge.OBJECT, noun)  # "Army Plans Assault", parsed as one name
            if step is not None:
                yield step.effect, child, step.reason
        if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i:
            for key, effect in _BEFORE:
                if child.lower_ in word_set("beside", key) and _about_event(child, noun):
                    yield effect, child, f"“{child.text} {noun.text}”"


def _of_taking(link: Token) -> bool:
    """ "No information about the capture", which others tell of; not "no word on the raid"."""
    taken = word_set("beside", "deeds") | word_set("beside", "losses")
    return any(noun.lower_ in taken for noun in children(link, "pobj"))


def _about_event(adjective: Token, noun: Token) -> bool:
    """ "A suspected rebel attack" is an attack by suspected rebels; "a suspected car bombing" is not."""
    between = noun.doc[adjective.i + 1 : noun.i]
    weapons = all(word.lower_ in word_set("beside", "weapons") for word in between)
    return adjective.lower_ != "suspected" or weapons
