"""The way up from an adverbial clause: conditions, purposes, times, "as if", participles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.beside import is_report
from whoholds.text.commitment import Edge, Effect, word_set
from whoholds.text.governing import AHEAD, HEDGES, STOP, Step, Way, governor_step, is_open, looks_ahead
from whoholds.text.hindered import hindered
from whoholds.text.open_questions import is_granted
from whoholds.text.outcomes import is_stopped
from whoholds.text.said import children
from whoholds.text.verbs import auxiliaries, is_infinitive, is_past, is_perfect, is_present

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def adverbial(verb: Token) -> Way:
    """Where the way up from an adverbial clause leads, and what the step does."""
    main = verb.head
    openings = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i}
    timed = bool(openings & word_set("clauses", "times"))
    if is_granted(verb) and not timed:
        return STOP
    if hindered(verb) is not None:
        return Way(main, (Step(Effect.DENY, main, f"“{main.text} {verb.text}”"),))
    if "as" in openings and openings & {"if", "though"}:
        seems = main.lower_ in word_set("beside", "seeming")
        return Way(main, (Step(Effect.PROBABLE if seems else Effect.POSSIBLE, main, "“as if”"),))
    if "that" in openings and (step := governor_step(main, Edge.CLAUSE, verb)) is not None:
        return Way(main, (step,))  # "found it likely that"
    if "whether" in openings or ("if" in openings and verb.i > main.i and _asked(main)):
        return Way(None, (Step(Effect.POSSIBLE, verb, "an open question"),))
    if openings & word_set("clauses", "conditions") or _inverted(verb):
        return Way(None, (Step(Effect.FUTURE, verb, "a condition"),))
    if is_infinitive(verb):
        return _purpose(verb, main)
    if timed and (step := _not_yet(verb, main, openings)) is not None:
        return Way(None, (step,))
    if timed:
        return Way(main, passes=AHEAD) if is_open(verb) and looks_ahead(main) else STOP
    participle = verb.tag_ in ("VBG", "VBN") and not is_perfect(verb) and not children(verb, *_SUBJECTS)
    if participle and not openings & word_set("clauses", "beside"):
        return Way(main, passes=HEDGES)
    return STOP


def _not_yet(verb: Token, main: Token, openings: set[str]) -> Step | None:
    """ "Fled before it could be taken": it was not; "a matter of time before it falls" is to come."""
    if "before" in openings and is_past(main) and any(aux.lower_ == "could" for aux in auxiliaries(verb)):
        return Step(Effect.DENY, verb, f"“before … could {verb.text}”", settles=True)
    if "before" in openings and children(main, "nsubjpass") and is_stopped(main):
        return Step(Effect.DENY, main, f"“{main.text} before” it", settles=True)
    waits = any(noun.lower_ in word_set("beside", "waits") for noun in children(main, "attr"))
    if waits and openings & {"before", "until", "till"} and is_present(verb):
        return Step(Effect.FUTURE, verb, "only a matter of time")
    return None


def _asked(main: Token) -> bool:
    """ "It was not clear if", "nobody could say if", "asked if"."""
    if main.lower_ in word_set("negation", "asking") or is_report(main):
        return True
    known = word_set("clauses", "known")
    return any(child.lower_ in known for child in children(main, "acomp", "attr"))


def _purpose(verb: Token, main: Token) -> Way:
    """ "Withdrew to avoid encirclement": an aim, unless made to happen ("forced X to leave")."""
    step = governor_step(main, Edge.INFINITIVE, verb)
    driven = bool(children(main, "dobj", "nsubjpass"))
    if step is not None and (step.effect is Effect.DENY or (step.effect is Effect.FACT and driven)):
        return Way(main, (step,))
    if any(child.lower_ == "only" for child in verb.children):
        return STOP
    return Way(main, (Step(Effect.FUTURE, verb, "a purpose"),))


def _inverted(verb: Token) -> bool:
    """ "Should the town fall, …"."""
    return any(aux.lower_ == "should" and aux.i <= verb.left_edge.i + 1 for aux in auxiliaries(verb))
