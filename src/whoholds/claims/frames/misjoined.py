"""A verb of taking and its place where the parse joins them to other words than they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import Slots, after, doers, may_act
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.reporting import reporting_verbs
from whoholds.text.syntax import surface_subject
from whoholds.text.triggers import lemma_of

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

CLAUSES = ("ccomp", "oprd", "xcomp", "acomp")
REACH = 3  # words between a place and "to", and between "to" and who takes it


def as_adjective(verb: Token, sentence: Sentence) -> tuple[Token, Token] | None:
    """Taker and taken of "the Taliban captured Aqcha, a suburb", where the verb is made an adjective of it.

    None where the parse joins both to who says so, who would be lost.
    """
    taken = verb.head
    if verb.dep_ != "amod" or verb.tag_ not in ("VBD", "VBN") or not 0 < verb.i < taken.i:
        return None
    taker = verb.nbor(-1)
    if any(over.lower_ in reporting_verbs() for over in taken.ancestors):
        return None
    named = sentence.names_place(taken) and not sentence.is_force(taken)
    return (taker, taken) if named and sentence.is_force(taker) else None


def declared_free(verb: Token, sentence: Sentence) -> Slots | None:
    """What the parse makes a clause of "declared Kidal liberated (from the rebels)": its subject is taken."""
    over = verb.head
    if verb.dep_ not in CLAUSES or lemma_of(over.text) not in word_set("frames", "declares"):
        return None
    before = surface_subject(verb)
    finite = any(child.dep_ in ("aux", "auxpass", "dobj", "mark") for child in verb.children)
    if before is None or finite or not verb.i > before.i > over.i or not sentence.names_place(before):
        return None
    by = tuple(noun for noun in doers(over) if may_act(noun, sentence))
    return Slots(EventType.CAPTURE, by, after(verb, "from", "of"), (before,), strict=True)


def misjoined(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Goma in "took Goma unopposed", "took Goma days after": the parse joins it to the word behind."""
    if (before := _before_comma(verb, sentence)) is not None:
        return (before,)
    name = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    behind = name.head
    clause = name.dep_ == "nsubj" and behind.tag_ == "JJ" and behind.head == verb
    if clause and behind.i == name.i + 1 and sentence.place_at(name) is not None:
        return (name,)
    if name.dep_ != "compound" or behind.i != name.i + 1 or sentence.place_at(name) is None:
        return ()
    apart = behind.tag_ == "JJ" or behind.lower_ in word_set("frames", "recalled", "spells")
    return (name,) if apart else ()


def _before_comma(verb: Token, sentence: Sentence) -> Token | None:
    """Sake in "she lives in Sake, retaken by the army", which the parse hangs on the verb before."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBN", "VBD") or verb.i < REACH or verb.nbor(-1).text != ",":
        return None
    name = verb.nbor(-2)
    agent = any(child.dep_ == "agent" for child in verb.children)
    own = any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.children)
    return name if agent and not own and sentence.place_at(name) is not None else None


def loses_to(lost: Sequence[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Who stands right behind "the loss of the town of X to", wherever the parse hangs that phrase."""
    for noun in lost:
        rest = list(noun.doc)[noun.i + 1 :]
        at = next((n for n, token in enumerate(rest[:REACH]) if token.lower_ == "to"), None)
        if at is not None:
            return next(((token,) for token in rest[at + 1 :][:REACH] if sentence.is_force(token)), ())
    return ()


def own_subject(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The forces in "they hold the town, its airport, troops withdraw", which the parse adds to the list.

    Of "sent the army fleeing" the army: who sends stays.
    """
    if (
        verb.tag_ == "VBG"
        and verb.dep_ == "advcl"
        and lemma_of(verb.head.text) in word_set("frames", "sent_off")
    ):
        return tuple(
            t for t in verb.head.children if t.dep_ == "dobj" and t.i < verb.i and sentence.is_force(t)
        )
    finite = verb.tag_ in ("VBP", "VBZ", "VBD") and verb.i > 0
    if not finite or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return ()
    before = verb.nbor(-1)
    return (before,) if before.dep_ in ("appos", "conj") and sentence.is_force(before) else ()
