"""The way up from an event noun, adjective or preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.after_prepositions import far_from, is_far_from
from whoholds.text.beside import is_report
from whoholds.text.coming import coming
from whoholds.text.commitment import Edge, Effect, word_set
from whoholds.text.governing import (
    AHEAD,
    ALL,
    STOP,
    Step,
    Way,
    find_governor,
    governing_noun,
    governor_step,
    in_headline,
    is_light,
    reduced_step,
    way_to_told,
)
from whoholds.text.outcomes import goes_on, undone
from whoholds.text.reporting import reporting_verbs, words
from whoholds.text.said import children
from whoholds.text.verbs import has_no, is_negated, modal_effect

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def phrase_way(word: Token) -> Way:
    """Where the way up from a noun, adjective, adverb or preposition leads."""
    label, head = word.dep_, word.head
    if label in ("compound", "nmod", "poss", "amod"):
        return _modifier(word, head)
    if label in ("pobj", "pcomp"):
        return _in_phrase(word, head)
    if label in ("dobj", "dative", "oprd"):
        return _object(word, head)
    if label in ("nsubj", "nsubjpass", "csubj"):
        return _subject(word, head, passive=label == "nsubjpass")
    if label == "attr" and any(noun.lower_ in word_set("beside", "aims") for noun in children(head, "nsubj")):
        return Way(head, (Step(Effect.FUTURE, head, f"an aim: “{word.text}”"),))
    if label in ("attr", "acomp", "advmod", "prt", "npadvmod", "expl", "dep"):
        return Way(head)
    if label in ("prep", "agent"):
        return Way(head) if head.lower_ in word_set("light", "copulas") else STOP
    if label == "conj":
        return Way(head, skip_beside=has_no(word) or not _or(head))
    if label in ("xcomp", "ccomp"):
        step = governor_step(head, Edge.CLAUSE, word)
        return Way(head, (step,) if step is not None else ())
    return STOP


def _or(noun: Token) -> bool:
    return has_no(noun) and any(child.lower_ in ("or", "nor", "and") for child in noun.children)


def _modifier(word: Token, head: Token) -> Way:
    """ "Ceasefire talks", "evacuation plan": the head noun may govern the event."""
    if word.tag_ == "VBN" and word.i > 0 and word.nbor(-1).lower_ == "having":
        return Way(word.nbor(-1))  # "having captured X", parsed as having a captured X
    if word.dep_ in ("amod", "poss"):
        return STOP
    governor = find_governor(head, Edge.PREPOSITION, "for") or find_governor(head, Edge.PREPOSITION, "of")
    truce = head.lower_ in word_set("beside", "pacts") and word.lower_ in word_set("beside", "truces")
    if governor is not None and governor.effect is Effect.FUTURE and not (truce or _battle(head)):
        return Way(head, (Step(Effect.FUTURE, head, f"“{word.text} {head.text}”"),))
    return Way(head)


def _battle(head: Token) -> bool:
    return head.lower_.rstrip("s") in (
        "operation",
        "campaign",
        "offensive",
        "battle",
        "fight",
        "drive",
        "push",
        "mission",
        "deal",
        "order",
    )


def _in_phrase(word: Token, preposition: Token) -> Way:
    above, link = preposition.head, preposition.lower_
    if link in ("without", "instead"):
        return Way(None, (Step(Effect.DENY, preposition, f"“{preposition.text} {word.text}”"),))
    if above.dep_ == "prep" and above.lower_ == "instead":
        return Way(None, (Step(Effect.DENY, above, f"“instead of {word.text}”"),))
    if is_far_from(preposition) and word.tag_ in ("VBN", "JJ"):
        return far_from(preposition, word)
    if link == "of" and above.lower_ in ("event", "case") and above.head.lower_ == "in":
        return Way(None, (Step(Effect.FUTURE, above, f"“in the {above.text} of”"),))
    edge = (
        Edge.INFINITIVE
        if link == "to" and in_headline(above) and word.text[0].isupper()
        else Edge.PREPOSITION
    )
    step = governor_step(above, edge, word, link) or _across(word, above, link)
    step = step or governing_noun(word, above, link)
    if step is not None:
        return Way(step.cue, (step,))
    if is_light(above, "results") and link in ("to", "in"):
        return Way(above)
    if link == "of" and above.lower_ in words("nouns", "pictures") and undone(above) is not None:
        return Way(above)
    if link in ("of", "about", "on") and above.lower_ in word_set("outcome", "told"):
        return way_to_told(above)
    if link == "of" and above.lower_ in word_set("light", "containers"):
        return Way(above)
    if word.lower_ in word_set("possession", "nouns") and _supposed(above):
        return Way(None, (Step(Effect.FUTURE, above.head, "only supposed"),))
    if link in word_set("possession", "prepositions") and (
        above.lower_ in word_set("light", "copulas") or word.lower_ in word_set("possession", "nouns")
    ):
        return Way(above) if above.tag_[0] in "VM" else STOP
    return STOP


def _supposed(held: Token) -> bool:
    """ "With the town in their hands, the north would be cut off": what would be if they held it."""
    opener = held.head
    led = held.dep_ == "pobj" and opener.lower_ == "with"
    verb = opener.head if led else opener
    would = any(child.lower_ in ("would", "'d") for child in children(verb, "aux"))
    return (led or held.dep_ == "dep") and would


def _across(word: Token, above: Token, link: str) -> Step | None:
    if above.dep_ in ("dobj", "prep") and above.head.tag_[0] == "V":
        return governor_step(above.head, Edge.PREPOSITION, word, link)
    return None


def _object(word: Token, verb: Token) -> Way:
    if (clause := _lost_clause(word, verb)) is not None:
        return _subject(word, clause, passive=bool(children(clause, "auxpass")))
    step = governor_step(verb, Edge.OBJECT, word)
    if step is not None and step.effect is not Effect.FACT:
        return Way(verb, (step,))
    if is_light(verb, "objects") or _gives_hold(word, verb) or (step is not None and _is_denied(verb)):
        return Way(verb)
    if is_negated(verb) and any(child.lower_ == "any" for child in word.children):
        return Way(None, (Step(Effect.DENY, verb, "“not … any”"),))
    if _not_said(verb):
        return Way(None, (Step(Effect.POSSIBLE, verb, f"not “{verb.text}”"),))
    return Way(verb) if undone(verb) is not None else STOP


def _gives_hold(word: Token, verb: Token) -> bool:
    """ "It would give them control of the region": who does not have it yet does not hold it."""
    held = word.lower_ in word_set("possession", "nouns")
    return held and verb.lower_ in word_set("possession", "giving")


def _not_said(verb: Token) -> bool:
    """ "Denied that he had confirmed its fall": it is neither said nor denied that it fell."""
    if not is_report(verb) or verb.dep_ not in ("ccomp", "xcomp"):
        return False
    over = reporting_verbs().get(verb.head.lower_)
    return over is not None and over.kind == "deny"


def _is_denied(verb: Token) -> bool:
    """ "Denied that it had confirmed the fall": what is denied is the confirming."""
    over = reporting_verbs().get(verb.head.lower_) if verb.dep_ in ("ccomp", "xcomp") else None
    return over is not None and over.kind == "deny"


def _lost_clause(word: Token, verb: Token) -> Token | None:
    """ "Is ruled out" in "they say a fall is ruled out", where the parse has it as what they say."""
    clauses = (clause for clause in children(verb, "ccomp") if clause.i > word.i > verb.i)
    return next((one for one in clauses if not children(one, "nsubj", "nsubjpass", "mark")), None)


def _subject(word: Token, verb: Token, *, passive: bool) -> Way:
    step = governor_step(verb, Edge.OBJECT, word) if passive else reduced_step(verb, word)
    if passive and verb.lower_ in word_set("negation", "disputing"):
        return Way(verb, (Step(Effect.POSSIBLE, verb, f"“{verb.text}”"),))
    if step is not None and step.effect is not Effect.FACT:
        return Way(verb, (step,))
    predicate = _predicate(word, verb)
    if predicate is not None:
        return Way(verb, (predicate,))
    if goes_on(verb):
        return Way(verb, skip_beside=True)
    if is_light(verb, "subjects") or any(child.dep_ == "expl" for child in verb.children):
        return Way(verb)
    if any(aux.lower_ in ("would", "'d") for aux in verb.children if aux.dep_ == "aux"):
        return Way(None, (Step(Effect.FUTURE, verb, f"“would {verb.text}”"),))
    if modal_effect(verb) == "future" and not _definite(word):
        return Way(None, (Step(Effect.FUTURE, verb, "what is to come"),))
    return Way(verb, passes=AHEAD & ALL, skip_beside=True) if verb.dep_ == "advcl" and _if(verb) else STOP


def _predicate(word: Token, verb: Token) -> Step | None:
    """ "Reports of it were false", "an attack is likely"."""
    for child in children(verb, "acomp"):
        step = governor_step(child, Edge.CLAUSE, word)
        if step is not None:
            return step
    if (cue := coming(word, verb)) is not None:
        return Step(Effect.FUTURE, cue, f"“{verb.text} … {cue.text}”")
    for child in children(verb, "attr"):
        if child.lower_ in word_set("beside", "aims"):
            return Step(Effect.FUTURE, child, f"“{verb.text} … {child.text}”")
        if child.lower_ in word_set("beside", "gossip"):
            return Step(Effect.POSSIBLE, child, f"“{verb.text} … {child.text}”")
    return None


def _if(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children)


def _definite(noun: Token) -> bool:
    return any(
        child.lower_ in ("the", "this", "that", "these", "those") or child.dep_ == "poss"
        for child in noun.children
    )
