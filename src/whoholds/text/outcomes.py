"""What became of an attempt, a plan or a report: "the attempt failed", "tried in vain", "was false"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set
from whoholds.text.faked import fake_teller
from whoholds.text.reporting import reporting_verbs, words
from whoholds.text.said import children
from whoholds.text.verbs import has_no, is_infinitive, is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_PREDICATES = ("acomp", "attr", "oprd", "xcomp", "prep", "pobj", "ccomp")
_USELESS = frozenset({"vain", "success", "avail"})
_OBJECTS = ("dobj", "nsubjpass")
_THEY = frozenset({"it", "they", "this", "that", "these", "those"})


def undone(word: Token) -> Token | None:
    """The word that says that what is attempted, planned or told did not happen, None where nothing does."""
    if word.tag_[0] == "N":
        failed = _failed(word) if word.lower_ in word_set("outcome", "attempts") else _revoked(word)
        told = word_set("outcome", "told") | words("nouns", "pictures")
        return failed or (_false(word) if word.lower_ in told else None)
    if word.lower_ in word_set("outcome", "tries"):
        return _in_vain(word)
    says = word.lower_ in reporting_verbs()
    return (_falsely(word) or _in_a_fake(word) or fake_teller(word)) if says else None


def never_came(event: Token) -> Token | None:
    """The verb that says of a noun that it did not come about: "did not take place", "was called off"."""
    verb = event.head
    if event.tag_[0] != "N" or event.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    if event.dep_ == "nsubj":
        if verb.lower_ in word_set("outcome", "comes") and is_negated(verb):
            return verb
        return _unreal(verb) if verb.lower_ in word_set("outcome", "proves") else None
    cancelled = _with_particle(verb) & word_set("outcome", "cancels")
    return verb if cancelled and not is_negated(verb) else None


def goes_on(verb: Token) -> bool:
    """True for the verb of "the battle is not over", "the fighting has not stopped": it goes on."""
    if not is_negated(verb):
        return False
    if verb.lower_ in word_set("outcome", "ends"):
        return not children(verb, "dobj")
    predicates = children(verb, "acomp", "attr", "advmod", "oprd", "prt")
    return any(one.lower_ in word_set("outcome", "over") for one in predicates)


def _unreal(verb: Token) -> Token | None:
    """ "Was a hoax", "proved to be an illusion": said of the event itself; not "was a mistake"."""
    if is_negated(verb):
        return None
    for child in children(verb, "attr", "xcomp", "acomp", "oprd"):
        if child.lower_ in word_set("outcome", "unreal") and not has_no(child):
            return child
        if child.dep_ == "xcomp" and (found := _unreal(child)) is not None:
            return found
    return None


def _with_particle(verb: Token) -> set[str]:
    """ "Called", "called-off" for "was called off"."""
    after = (child.lower_ for child in children(verb, "prt", "advmod"))
    return {verb.lower_, *(f"{verb.lower_}-{particle}" for particle in after)}


def _falsely(verb: Token) -> Token | None:
    """ "Falsely claimed that it fell", "wrongly reported"."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in word_set("outcome", "falsely"):
            return child
    lied = verb.dep_ == "advcl" and verb.head.lower_ in word_set("outcome", "lies")
    return verb.head if lied else None  # "lied when he said that"


def _in_a_fake(verb: Token) -> Token | None:
    """ "A video showing its fall is a fake": said by no picture."""
    pictures = word_set("outcome", "told") | words("nouns", "pictures")
    if verb.tag_ != "VBG":
        return None
    if verb.dep_ == "acl" and verb.head.lower_ in pictures:
        return _false(verb.head)
    over = verb.head
    if verb.dep_ != "csubj" or over.lower_ not in word_set("outcome", "proves") or is_negated(over):
        return None
    shown = any(noun.lower_ in pictures for noun in children(verb, "nsubj"))
    return _falsehood(over, verb) if shown else None


def _failed(noun: Token) -> Token | None:
    """ "A failed attempt", "the attempt failed", "police foiled the attempt", "the plan was called off"."""
    for child in children(noun, "amod", "acl"):
        if child.lower_ in word_set("beside", "denied_before") | word_set("outcome", "useless"):
            return child
    verb = _settling(noun)
    if noun.dep_ == "nsubj" and not is_negated(verb):
        for child in children(verb, "acomp"):
            if child.lower_ in word_set("beside", "denied_before") | word_set("outcome", "useless"):
                return child
        if verb.lower_ in word_set("outcome", "fails"):
            return verb
        links = [link for link in children(verb, "prep") if link.lower_ in ("to", "into")]
        return next(
            (link for link in links if any(c.lower_ in ("nothing", "naught") for c in link.children)), None
        )
    if noun.dep_ in _OBJECTS and is_stopped(verb):
        return verb
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "in"
        and noun.head.head.lower_ in word_set("outcome", "fails")
    ):
        return noun.head.head
    return None


def _revoked(noun: Token) -> Token | None:
    """ "The order was rescinded", "they reversed the decision"."""
    if noun.lower_ not in word_set("outcome", "orders") or noun.dep_ not in _OBJECTS:
        return None
    revokes = word_set("outcome", "cancels") | word_set("outcome", "revokes")
    revoked = _with_particle(noun.head) & revokes
    return noun.head if revoked and not is_negated(noun.head) else None


def _settling(noun: Token) -> Token:
    """The verb over the noun; over "attempts by" or "efforts" as the second of a list, over the first."""
    return noun.head.head if noun.dep_ == "conj" else noun.head


def is_stopped(verb: Token) -> bool:
    """True for a verb that ends what it has as object: "foiled", "called off", "beaten back"."""
    if is_negated(verb):
        return False
    return bool(_with_particle(verb) & word_set("outcome", "stops"))


def _in_vain(verb: Token) -> Token | None:
    """ "Tried in vain", "tried unsuccessfully", "tried to take it but failed", "but were beaten back"."""
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and is_stopped(verb.head):
        return verb.head
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in ("unsuccessfully", "vainly", "fruitlessly"):
            return child
        nouns = {noun.lower_ for noun in child.children}
        if child.dep_ == "prep" and child.lower_ in ("in", "without", "to") and nouns & _USELESS:
            return child
        if child.dep_ == "conj" and not children(child, "nsubj", "dobj", "xcomp"):
            passive = bool(children(child, "auxpass"))
            if is_stopped(child) if passive else child.lower_ in word_set("outcome", "fails"):
                return child
    return None


def _false(noun: Token) -> Token | None:
    """ "The reports were false", "proved to be a lie", "he called the claim fake", "a false report"."""
    for child in children(noun, "amod"):
        if child.lower_ in word_set("outcome", "false"):
            return child
    verb = _over(noun)
    if noun.dep_ == "pobj":
        return _unfounded(noun) or _scorned(noun, noun.head.head) or _called_so(noun)
    if noun.dep_ == "nsubj" and verb.lower_ in word_set("outcome", "fits"):
        none = any(has_no(child) for child in children(verb, "dobj"))
        return verb if none or is_negated(verb) else None
    if (
        noun.dep_ in ("nsubj", "nsubjpass", "advcl")
        and verb.lower_ in word_set("outcome", "proves")
        and not is_negated(verb)
    ):
        return _falsehood(verb, noun)
    if noun.dep_ == "nsubj" and verb.lower_ in word_set("outcome", "proves") and is_negated(verb):
        predicates = children(verb, "acomp", "attr")
        return next((one for one in predicates if one.lower_ in word_set("outcome", "so")), None)
    if (
        noun.dep_ in (*_OBJECTS, "oprd")
        and verb.lower_ in word_set("outcome", "calls")
        and not is_negated(verb)
    ):
        return next((word for word in verb.subtree if word.lower_ in word_set("outcome", "false")), None)
    if noun.dep_ == "nsubjpass" and verb.lower_ in word_set("outcome", "false") and not is_negated(verb):
        return verb  # "were fabricated"
    return _scorned(noun, verb) if noun.dep_ in _OBJECTS else None


def _over(noun: Token) -> Token:
    """The verb over the noun; "are" in "claims by them to have taken it are untrue", which parsers break."""
    verb = noun.head
    if noun.dep_ == "nsubj" and is_infinitive(verb):
        return next((v for v in children(verb, "conj") if v.lower_ in word_set("outcome", "proves")), verb)
    return verb


def _scorned(noun: Token, verb: Token) -> Token | None:
    """ "Scotched the rumours", "poured scorn on the reports", "laughed off the claim"."""
    off = noun.dep_ != "pobj" or noun.head.lower_ in ("on", "at", "off", "aside")
    return verb if off and verb.lower_ in word_set("outcome", "scorns") and not is_negated(verb) else None


def _called_so(noun: Token) -> Token | None:
    """ "Contrary to reports", "“This is nonsense,” he said of it", "asked about it, he said it was false"."""
    over = noun.head.head
    if noun.head.lower_ == "to" and over.lower_ == "contrary":
        return over
    if noun.head.lower_ not in ("of", "about", "on") or not _speaks(over):
        return None
    inside = {token.i for token in noun.subtree}
    for word in noun.doc:
        if word.i not in inside and word.lower_ in word_set("outcome", "false"):
            verb = word.head
            they = any(subject.lower_ in _THEY for subject in children(verb, "nsubj"))
            if they and word.dep_ in ("acomp", "attr") and not is_negated(verb):
                return word
    return None


def _speaks(verb: Token) -> bool:
    return verb.lower_ in reporting_verbs() or verb.lower_ in word_set("negation", "asking")


def _unfounded(noun: Token) -> Token | None:
    """ "There is no truth in the reports", "nothing to the claims", "no basis for the rumours"."""
    over = noun.head.head
    over = next((one for one in children(over, "attr") if one.lower_ in word_set("outcome", "true")), over)
    no_truth = over.lower_ in word_set("outcome", "true") and (has_no(over) or is_negated(over.head))
    return over if no_truth or (over.lower_ == "nothing" and noun.head.lower_ in ("to", "in")) else None


def _falsehood(verb: Token, noun: Token) -> Token | None:
    """The predicate that calls it false, through "turned out to be"."""
    for child in children(verb, *_PREDICATES):
        if child == noun or is_negated(child):
            continue
        if child.dep_ == "prep" and child.lower_ == "without":
            return next((c for c in child.children if c.lower_ in word_set("outcome", "true")), None)
        if {child.lower_, *(c.lower_ for c in children(child, "amod"))} & word_set("outcome", "false"):
            return child
        found = _falsehood(child, noun)
        if found is not None:
            return found
    return None
