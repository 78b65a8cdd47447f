"""Places that a clause names around a trigger: those of the nearest prepositional phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from whoholds.claims.edges import is_measured_from
from whoholds.claims.named import Where, where_of, without_containers
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.places import PlaceMention
from whoholds.text.syntax import is_passive, is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

FAR = 99  # steps: not reached
NAMING = ("compound", "poss", "amod")
ACTING = ("nsubj", "compound", "poss", "agent", "nsubjpass")


def places_around(
    trigger: Token, taken: Iterable[Token], sentence: Sentence, *, within: int = 6, leaves: bool = False
) -> Iterator[Where]:
    """The places of the prepositional phrase nearest to the trigger, at most `within` steps of the tree away.

    `taken` are nouns whose names are not the place; nor are a speaker's own place and a party's name, nor,
    where it `leaves`, where it goes to.
    """
    names = {t.i for noun in taken for t in noun.subtree if t.dep_ in NAMING}
    ranked = []
    for token, mention, prep in located(sentence):
        if token.i not in names and not is_origin(prep, trigger) and not (leaves and is_goal(prep, trigger)):
            ranked.append((steps_between(trigger, prep), abs(token.i - trigger.i), token, mention))
    ranked.sort(key=lambda one: one[:2])
    if not ranked or ranked[0][0] > within:
        return
    anchor = ranked[0][2]
    joined = {m.span: m for _, _, t, m in ranked if t == anchor or t in anchor.subtree or anchor in t.subtree}
    for mention in without_containers([joined[span] for span in sorted(joined)], sentence):
        yield where_of(mention, anchor, sentence)


def is_origin(prep: Token, trigger: Token) -> bool:
    """True for "flown in from X" beside an event: where something else comes from."""
    over = prep.head.head if prep.head.dep_ in ("prep", "advmod", "prt") else prep.head
    own = (over,) if is_verb(over) else (over, over.head)
    return prep.lower_ in word_set("pointing", "origins") and trigger not in own


def is_goal(prep: Token, trigger: Token) -> bool:
    """True for "withdrew to X", "to its base in X", "its retreat towards X": where those who leave go to.

    Not for "to the outskirts of X": they leave X.
    """
    if prep.lower_ in word_set("pointing", "goals", "heading"):
        return True  # "after the army fled, and pushed towards X"
    for step in (prep, *prep.ancestors):
        over = step.head.head if step.head.dep_ in ("advmod", "prt") else step.head
        if _goes_on(step, trigger):
            return True
        leads = over in (trigger, trigger.head) or over.lower_ in word_set("pointing", "goals", "ways")
        if step.lower_ in word_set("pointing", "goals") and leads:
            return not any(is_locality(child.text, "near") for child in step.children)
        if step == trigger or (is_verb(step) and step.dep_ != "relcl"):
            return False
    return False


def _goes_on(prep: Token, trigger: Token) -> bool:
    """True for the "in" of "fled to areas in and around X", which the parse hangs on the verb."""
    before = prep.nbor(-1) if prep.i else prep
    goal = before.head
    led = before.dep_ == "pobj" and goal.lower_ in word_set("pointing", "goals")
    return led and goal.head == trigger and is_locality(before.text, "settlement", "area")


def located(sentence: Sentence) -> Iterator[tuple[Token, PlaceMention, Token]]:
    """The named places that stand in a prepositional phrase, by their last token, with the preposition."""
    for token in sentence.parsed.tokens:
        mention = sentence.place_at(token)
        if mention is None or sentence.is_speakers(mention.span) or _is_party(token, sentence):
            continue
        prep = _preposition(token)
        last = sentence.parsed.tokens_in(mention.span)[-1]
        if last.i != token.i or prep is None or not _is_placing(prep):
            continue
        if not (_is_landmark(prep, token) or _is_far_from(mention, sentence)):
            yield token, mention, prep


def _is_landmark(prep: Token, token: Token) -> bool:
    """True for Kharkiv in "near Lyptsi, north of Kharkiv", "Lyptsi, located north of Kharkiv": it only tells
    where the place before it lies."""
    side = prep.head
    beside = prep.lower_ == "of" and side.lower_ in word_set("pointing", "landmarks") and side.i > 0
    before = side.nbor(-1).lower_ if beside else ""
    return token.head == prep and (before == "," or before in word_set("pointing", "landmarks", "lying"))


def _is_far_from(mention: PlaceMention, sentence: Sentence) -> bool:
    """True for Kharkiv in "Lyptsi, some 20 km north of Kharkiv, fell": Lyptsi is named before it."""
    before = sentence.report.places_in(Span(sentence.span.start, mention.span.start))
    return bool(before) and is_measured_from(sentence.report.text, mention.span)


def _is_party(token: Token, sentence: Sentence) -> bool:
    """True for a name that acts: a party, or a capital that stands for its government."""
    party = sentence.party_at(token)
    return party is not None and (not party.metonym or token.dep_ in ACTING)


def _preposition(token: Token) -> Token | None:
    """The preposition over a noun, through its phrase."""
    for ancestor in (token, *token.ancestors):
        if ancestor.dep_ == "prep" or (ancestor.tag_ == "IN" and ancestor != token):
            return ancestor
        if is_verb(ancestor) and ancestor != token:
            return None
    return None


def _is_placing(prep: Token) -> bool:
    placing = prep.lower_ in word_set("pointing", "place_prepositions")
    counts = prep.head.dep_ == "nsubj" and prep.head.head.lower_ in word_set(
        "pointing", "of_speakers", "counting"
    )
    speaks = prep.head.lower_ in word_set("pointing", "of_speakers") and not is_passive(prep.head)
    return placing and not counts and not speaks


def steps_between(trigger: Token, token: Token) -> int:
    """Steps in the tree from a trigger to another word; `FAR` when it stands in a clause of background."""
    chain = [trigger, *trigger.ancestors]
    places = {t.i: n for n, t in enumerate(chain)}
    for down, node in enumerate((token, *token.ancestors)):
        if node.i in places:
            climbed = chain[: places[node.i]]
            return FAR if any(_is_background(t) for t in climbed) else places[node.i] + down
    return FAR


def _is_background(token: Token) -> bool:
    """True for a clause or phrase of what happened before and elsewhere: "since US forces began …"."""
    if token.dep_ == "prep":
        return token.lower_ in word_set("pointing", "background", "phrases")
    clauses = word_set("pointing", "background", "clauses")
    return token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in clauses for c in token.children)
