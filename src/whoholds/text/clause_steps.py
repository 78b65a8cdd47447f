"""The way up from a clause: infinitives, gerunds, conditions, purposes, times, relative clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.adverbial_steps import adverbial
from whoholds.text.after_prepositions import after_preposition
from whoholds.text.beside import is_report
from whoholds.text.commitment import Edge, Effect, governors, word_set
from whoholds.text.governing import (
    AHEAD,
    ALL,
    STOP,
    Step,
    Way,
    find_governor,
    governor_step,
)
from whoholds.text.infinitives import listed_after, object_over
from whoholds.text.open_questions import (
    is_granted,
    is_order,
    is_undisputed,
    is_unsettled,
    is_whether,
)
from whoholds.text.outcomes import undone
from whoholds.text.reporting import reporting_verbs, words
from whoholds.text.said import children
from whoholds.text.told_clauses import (
    is_cleft,
    is_content,
    is_judged,
    is_misread_noun,
    is_not_who,
    told_aside,
    told_subject,
    wrong_to_say,
)
from whoholds.text.verbs import (
    auxiliaries,
    is_infinitive,
    is_perfect,
    modal_effect,
)

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def clause_way(verb: Token) -> Way:
    """Where the way up from a verb leads, and what the step does."""
    label = verb.dep_
    if is_infinitive(verb) and _is_asked_to(verb):
        return Way(None, (Step(Effect.FUTURE, verb, "to be decided"),))
    if (noun := told_subject(verb)) is not None and undone(noun) is not None:
        return Way(noun)
    if (noun := object_over(verb)) is not None:
        step = governor_step(noun, Edge.INFINITIVE, verb)
        return Way(noun, (step,) if step is not None else ())
    if label in ("xcomp", "ccomp", "csubj", "csubjpass", "oprd"):
        return _complement(verb)
    if label == "pcomp":
        return after_preposition(verb)
    if label == "advcl":
        return adverbial(verb)
    if label in ("acl", "relcl"):
        return _of_noun(verb)
    if label == "conj":
        return _coordinated(verb)
    return STOP


def _is_asked_to(verb: Token) -> bool:
    """ "Whether to bomb it", "when to storm it"."""
    return any(child.lower_ in word_set("clauses", "to_decide") for child in children(verb, "mark", "advmod"))


def edge_of(verb: Token) -> Edge:
    """How a complement clause hangs on its head."""
    if is_infinitive(verb):
        return Edge.INFINITIVE
    if verb.tag_ == "VBG" and not any(aux.tag_ in ("VBZ", "VBP", "VBD", "MD") for aux in auxiliaries(verb)):
        return Edge.GERUND
    return Edge.CLAUSE


def _complement(verb: Token) -> Way:
    head, edge = verb.head, edge_of(verb)
    if is_granted(verb) or is_undisputed(head) or _apart(verb, head):
        return STOP
    if is_whether(verb) or (edge is Edge.CLAUSE and is_unsettled(head)):
        return Way(None, (Step(Effect.POSSIBLE, head, "an open question"),))
    if is_order(verb) and is_report(head):
        return Way(None, (Step(Effect.FUTURE, verb, "an order"),))
    if wrong_to_say(head, verb):
        return Way(None, (Step(Effect.DENY, head, f"“{head.text} to {verb.text}”", settles=True),))
    steps: list[Step] = []
    step = _predicate(head, verb) or _hearsay(head, edge) or _told(head, edge, verb)
    step = step or _governing(head, edge, verb)
    if step is not None:
        steps.append(step)
    elif edge is Edge.INFINITIVE and find_governor(head, edge) is None and not _is_said_of_now(head, verb):
        steps.append(Step(Effect.FUTURE, verb, f"“{head.text} to {verb.text}”"))
    return Way(head, tuple(steps))


def _is_said_of_now(head: Token, verb: Token) -> bool:
    """ "Claims to have taken it", "claims to hold it"."""
    professed = head.lower_ in word_set("outcome", "professes")
    return is_perfect(verb) or (professed and verb.lower_ in word_set("modals", "states"))


def _apart(verb: Token, head: Token) -> bool:
    """ "It fell; nobody was killed", "it fell, nobody was killed": two sentences, joined by a mark."""
    first, last = sorted((verb.i, head.i))
    if any(token.text == ";" for token in verb.doc[first:last]) or told_aside(verb, head) is not None:
        return True
    if verb.dep_ != "ccomp" or verb.i > head.i or edge_of(verb) is not Edge.CLAUSE:
        return False
    saying = head.lower_ in reporting_verbs() or find_governor(head, Edge.CLAUSE) is not None
    return not saying and _predicate(head, verb) is None


def _told(head: Token, edge: Edge, verb: Token) -> Step | None:
    """ "Rumours spread that", "signs are growing that": the subject governs the clause behind the verb."""
    if edge is Edge.CLAUSE and head.lower_ in word_set("light", "spreading"):
        for noun in children(head, "nsubj"):
            but = any(child.lower_ in ("but", "yet") for child in children(head, "cc"))
            if but and noun.lower_ in word_set("beside", "gossip"):
                return Step(Effect.POSSIBLE, noun, f"“{noun.text} … but”")
            return governor_step(noun, Edge.CLAUSE, verb)
    return None


def _governing(head: Token, edge: Edge, verb: Token) -> Step | None:
    """The governing verb's effect; "yet to take" and "refused to confirm that it took" are read apart."""
    if edge is Edge.INFINITIVE and any(c.lower_ == "yet" for c in (*head.children, *verb.children)):
        return Step(Effect.POSSIBLE if is_report(verb) else Effect.DENY, verb, f"“yet to {verb.text}”")
    if edge is Edge.GERUND and head.lower_ in word_set("outcome", "quits"):
        held = verb.lower_ in word_set("outcome", "holding")
        return Step(Effect.DENY, head, f"“{head.text} {verb.text}”") if held else None
    step = _misread(head, verb) or governor_step(head, edge, verb)
    if step is not None and step.effect is Effect.DENY and is_report(verb) and not is_misread_noun(verb):
        return Step(Effect.POSSIBLE, head, f"“{head.text} to {verb.text}”")
    return step


def _misread(head: Token, verb: Token) -> Step | None:
    """ "Kabul rejects reports that it fell", which the parser takes for "rejects" that report."""
    if head.tag_ in ("VBZ", "VBP") and head.lower_ in word_set("outcome", "told"):
        for word in children(head, "nsubj"):
            entries = governors().get(("V", word.lower_), ()) if word.i == head.i - 1 else ()
            if any(one.effect is Effect.DENY and one.takes(Edge.OBJECT) for one in entries):
                return Step(Effect.DENY, word, f"“{word.text} {head.text}”")
    return None


def _predicate(head: Token, verb: Token) -> Step | None:
    """ "It is probable that", "it is false that": the adjective governs the clause that hangs on "is"."""
    for child in children(head, "acomp", "attr"):
        step = governor_step(child, Edge.CLAUSE, verb)
        if step is not None:
            return step
    return None


def _hearsay(head: Token, edge: Edge) -> Step | None:
    """ "Reports say that": nobody is named who says so."""
    if edge is Edge.CLAUSE and is_report(head):
        for noun in children(head, "nsubj"):
            if (
                noun.lower_ in words("nouns", "hearsay")
                and noun.tag_ == "NNS"
                and not children(noun, "poss", "det")
            ):
                return Step(Effect.PROBABLE, noun, f"“{noun.text} {head.text}”")
    return None


def _of_noun(verb: Token) -> Way:
    noun, edge = verb.head, edge_of(verb)
    ranks = word_set("clauses", "ranked")
    ranked = noun.lower_ in ranks or any(c.lower_ in ranks or c.tag_ == "JJS" for c in noun.children)
    hypothetical = noun.dep_ == "attr" and modal_effect(noun.head) == "future"
    if hypothetical and (ranked or verb.dep_ == "relcl") and modal_effect(verb) is None:
        return Way(None, (Step(Effect.POSSIBLE, noun.head, f"“would be … {noun.text}”"),))
    if edge is Edge.INFINITIVE:
        return _infinitive_of(noun, verb, ranked)
    if noun.lower_ in ("case", "event") and noun.head.lower_ == "in":
        return Way(None, (Step(Effect.FUTURE, noun, f"“in {noun.text}”"),))
    if verb.dep_ == "acl" and verb.lower_ in reporting_verbs() and undone(noun) is not None:
        return Way(noun)  # "a post claiming that it fell is false"
    if (told := _as_reported(verb, noun)) is not None:
        return told
    if not ranked and is_not_who(verb):
        return Way(None, (Step(Effect.DENY, noun.head, f"not “{noun.text}”"),))
    if is_cleft(verb):
        return Way(noun)  # "they believe it was a drone that struck it"
    if is_judged(verb):
        wrong = noun.lower_ in word_set("outcome", "false")
        return Way(noun, (Step(Effect.DENY, noun, f"“a {noun.text} that”"),) if wrong else ())
    if verb.dep_ == "acl" and is_undisputed(noun):
        return STOP
    teller = _told_to(verb, noun)
    if teller is not None:
        step = governor_step(teller, Edge.CLAUSE, verb)
        return Way(teller, (step,) if step is not None else ())
    finite = verb.tag_ != "VBN" or any(aux.tag_ in ("VBZ", "VBP", "VBD") for aux in auxiliaries(verb))
    clause = verb.dep_ == "acl" and (_that(verb) or (edge is Edge.CLAUSE and finite))
    if clause or is_content(verb):
        step = governor_step(noun, Edge.CLAUSE, verb)
        return Way(noun, (step,) if step is not None else ())
    return STOP


def _infinitive_of(noun: Token, verb: Token, ranked: bool) -> Way:
    """ "A plan to take it" is to come; "the second city to fall" has fallen."""
    if wrong_to_say(noun, verb):
        return Way(None, (Step(Effect.DENY, noun, f"“{noun.text} to {verb.text}”", settles=True),))
    step = governor_step(noun, Edge.INFINITIVE, verb)
    if step is not None:
        return Way(noun, (step,))
    if is_perfect(verb) or _grounds(noun, verb):
        return Way(noun)
    return STOP if ranked else Way(noun, (Step(Effect.FUTURE, verb, f"“{noun.text} to {verb.text}”"),), AHEAD)


def _grounds(noun: Token, verb: Token) -> bool:
    """ "Reason to believe that it fell": nothing that is to come."""
    governor = find_governor(verb, Edge.CLAUSE)
    believing = governor is not None and governor.effect in (Effect.PROBABLE, Effect.POSSIBLE)
    return believing and noun.lower_ in ("reason", "reasons", "grounds", "cause", "evidence")


def _told_to(verb: Token, noun: Token) -> Token | None:
    """ "Denied to the agency that it fell" is parsed as a relative clause of the agency."""
    that = any(child.lower_ == "that" and child.dep_ not in _SUBJECTS for child in verb.children)
    if verb.dep_ == "relcl" and that and children(verb, *_SUBJECTS) and noun.dep_ == "pobj":
        link = noun.head
        if link.lower_ == "to" and link.head.lower_ in reporting_verbs():
            return link.head
    return None


def _told_of(verb: Token, noun: Token) -> Step | None:
    """ "Reports of rebels entering the town": what is reported is that they enter it."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.dep_ != "pobj":
        return None
    link = noun.head
    step = governor_step(link.head, Edge.PREPOSITION, verb, link.lower_)
    return step if link.head.tag_[0] == "N" and link.lower_ in ("of", "about") else None


def _as_reported(verb: Token, noun: Token) -> Way | None:
    """Up to "reports of rebels entering it", however the parse hangs it; None for any other noun."""
    if _is_reported(verb, noun):
        step = governor_step(noun, Edge.PREPOSITION, verb, "of")
        return Way(noun, (step,) if step is not None else ())
    told = _told_of(verb, noun)
    return Way(told.cue, (told,)) if told is not None else None


def _is_reported(verb: Token, noun: Token) -> bool:
    """ "Reports of rebels entering it", where the parse hangs "entering" on the reports."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.lower_ not in word_set("outcome", "told"):
        return False
    return any(link.lower_ == "of" and noun.i < link.i < verb.i for link in children(noun, "prep"))


def _that(verb: Token) -> bool:
    """True for "the claim that it fell", which is no relative clause."""
    return any(child.lower_ in ("that", "whether") for child in children(verb, "mark"))


def _coordinated(verb: Token) -> Way:
    """A second verb shares what governs the first, and its modal and negation when it has no own."""
    first = listed_after(verb) or verb.head
    if any(child.lower_ == "whether" for child in children(verb, "mark")):
        return Way(None, (Step(Effect.POSSIBLE, verb, "an open question"),))
    if first.tag_[0] not in "VM":
        return Way(first, skip_beside=True)
    if children(verb, *_SUBJECTS):
        governed = first.dep_ in ("ccomp", "acl", "advcl", "conj")
        return Way(first, passes=ALL if governed else frozenset(), skip_beside=True)
    but = any(child.lower_ in ("but", "yet") for child in children(first, "cc"))
    nor = any(child.lower_ == "nor" for child in children(first, "cc"))
    shares = nor or verb.tag_ == "VB" or (verb.tag_ == first.tag_ and not but)
    return Way(first, skip_beside=bool(auxiliaries(verb)) or not shares)
