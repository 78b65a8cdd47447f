"""Where a report says of a claim that it could not be verified."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from whoholds.model import Span
from whoholds.text.commitment import word_set
from whoholds.text.reporting import words
from whoholds.text.said import children, token_span
from whoholds.text.verbs import has_no, is_negated

if TYPE_CHECKING:
    from whoholds.text.parse import Parsed
    from whoholds.text.tokens import Token

THESE = 3  # sentences before "these claims" that may be meant
_ARGUMENTS = ("dobj", "nsubjpass", "ccomp", "pobj")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that say that something is not verified; `own` are the places (token indices) of what they name,
    `beside` those of the rest of their clause.

    `about_claims` is true when they speak of "the claim", "it" or "the reports", and so of what stands
    around; `conditional` for "if confirmed".
    """

    cue: Span
    beside: frozenset[int]
    own: frozenset[int]
    about_claims: bool
    conditional: bool = False

    def reaches(self, event: Token) -> bool:
        """True when the doubt is about this event of the same sentence."""
        return event.i in self.own or (self.about_claims and event.i not in self.beside)


def doubts_in(sentence: Parsed) -> tuple[Doubt, ...]:
    """The doubts that a sentence states: "could not be verified", "no confirmation of", "if confirmed"."""
    if not may_doubt(sentence.text):
        return ()
    offset = sentence.span.start
    found = (_doubt(token, offset) for token in sentence.tokens)
    return tuple(doubt for doubt in found if doubt is not None)


def unverified_report(
    sentences: Sequence[Parsed], says: Callable[[Parsed], bool]
) -> tuple[tuple[Span, Span], ...]:
    """What a report says elsewhere of its claims: (the words of doubt, the stretch of text they reach).

    A doubt about "the claim" or "it" reaches the two sentences before it; one about "the claims of either
    side", "battlefield reports" or "the situation" the whole report; one about "these claims" what somebody
    `says` right before it, where somebody does. Doubt in a claim's own sentence is read by `read_factuality`.
    """
    found: list[tuple[Span, Span]] = []
    for place, sentence in enumerate(sentences):
        for doubt in doubts_in(sentence):
            if not doubt.about_claims or _about_its_own_sentence(sentence, doubt):
                continue
            near = sentences[max(0, place - (1 if _about_pictures(sentence, doubt) else 2)) : place]
            if _about_these(sentence, doubt):
                these = sentences[max(0, place - THESE) : place]
                near = [one for one in these if says(one)] or these
            elif _about_everything(sentence, doubt):
                near = sentences
            found += [(doubt.cue, one.span) for one in near]
    return tuple(found)


def _about_its_own_sentence(sentence: Parsed, doubt: Doubt) -> bool:
    """ "A video showed X, but it could not be verified": the pronoun means what the sentence itself tells."""
    start = doubt.cue.start - sentence.span.start
    word = next((token for token in sentence.tokens if token.idx == start), None)
    while word is not None and word.head != word:
        if word.dep_ == "conj" and word.tag_[0] == "V":
            return any(
                child.lower_ in ("it", "they", "these", "this")
                for child in children(word, "nsubj", "nsubjpass")
            )
        word = word.head
    return False


@lru_cache(maxsize=512)
def may_doubt(text: str) -> bool:
    """True when the text holds a word that doubt can be said with."""
    lower = text.lower()
    return any(
        stem in lower
        for stem in (
            "verif",
            "confirm",
            "corrobor",
            "authentic",
            "substantiat",
            "veracity",
            "establish",
            "check",
        )
    )


def _doubt(token: Token, offset: int) -> Doubt | None:
    form = token.lower_
    if form in word_set("doubt", "words"):
        return _unverified_noun(token, offset)
    if token.tag_[0] == "V" and (form in word_set("doubt", "verbs") or _establishes(token)):
        if _in_doubt(token) or _if(token):
            return _with_arguments(token, _arguments(token), offset)
    elif token.tag_[0] == "N" and form in word_set("doubt", "nouns") and _no(token):
        links = (link for link in children(token, "prep") if link.lower_ in ("of", "about", "for"))
        named = [noun for link in links for noun in children(link, "pobj")]  # not "from the army"
        return _with_arguments(token, [*named, *children(token, "acl", "ccomp")], offset)
    return None


def _establishes(verb: Token) -> bool:
    """ "Check the claim", "check this", "establish the authenticity": not "it is not established that"."""
    if verb.lower_ not in word_set("doubt", "establishing"):
        return False
    it = frozenset() if children(verb, "ccomp") else frozenset({"this", "that", "it"})
    nouns = [word for word in _arguments(verb) if word.tag_[0] == "N" or word.lower_ in it]
    return any(word.lower_ in word_set("doubt", "about") for word in nouns)


def _unverified_noun(token: Token, offset: int) -> Doubt:
    if _labels(token):
        every = frozenset(word.i for word in token.doc)
        return Doubt(token_span(token, offset), frozenset({token.i}), every, about_claims=False)
    noun = token.head if token.dep_ in ("amod", "compound") else token
    own = frozenset(word.i for word in noun.subtree)
    predicate = token.dep_ in ("acomp", "oprd")
    if noun.lower_ in word_set("doubt", "about"):
        own |= frozenset(word.i for word in _carried(noun).subtree)
    return Doubt(token_span(token, offset), frozenset({token.i}), own, predicate)


def _labels(token: Token) -> bool:
    """ "Unconfirmed: the town surrendered": said of the whole sentence."""
    return token.i == 0 and token.i + 1 < len(token.doc) and token.nbor(1).text == ":"


def _carried(noun: Token) -> Token:
    """The verb whose clause "unverified reports" carry: "reports said", "in posts, he said"."""
    if noun.dep_ in ("nsubj", "dobj"):
        return noun.head
    link = noun.head
    if noun.dep_ == "pobj" and link.lower_ in ("in", "on", "per", "by", "to", "from", "citing"):
        above = link.head.head if link.head.lower_ == "according" else link.head
        return above if above.tag_[0] in "VM" else noun
    return noun


def _with_arguments(token: Token, arguments: list[Token], offset: int) -> Doubt:
    own = frozenset(word.i for argument in arguments for word in argument.subtree)
    heads = {argument.lower_ for argument in arguments}
    about = not arguments or bool(heads & word_set("doubt", "about")) or bool(_if(token))
    beside = frozenset(word.i for word in token.subtree) if token.head != token else _own_adjuncts(token)
    return Doubt(token_span(token, offset), beside - own, own, about, conditional=_if(token))


def _own_adjuncts(verb: Token) -> frozenset[int]:
    """The doubting clause itself when it is the main one, without the clauses joined to it."""
    joined = children(verb, "conj", "ccomp", "parataxis", "advcl")
    before = {word.i for clause in joined if clause.i < verb.i for word in clause.subtree}
    after = {word.i for clause in joined if clause.dep_ == "conj" for word in clause.subtree}
    return frozenset(word.i for word in verb.subtree) - before - after


def _arguments(verb: Token) -> list[Token]:
    found = children(verb, *_ARGUMENTS)
    if not found:
        found = [word for other in children(verb, "conj") for word in children(other, *_ARGUMENTS)]
    if not found and verb.dep_ == "xcomp":
        found = children(verb.head, "nsubj", "nsubjpass") if children(verb, "auxpass") else []
    return [word for word in found if word.lower_ not in ("who", "which")]


def _in_doubt(verb: Token) -> bool:
    """Negated itself, or under "unable to", "not possible to", "has yet to be"."""
    word = verb
    for _ in range(3):
        if is_negated(word) or any(child.lower_ in ("no", "neither") for child in word.children):
            return True
        unable = (
            child.lower_ in word_set("doubt", "unable") for child in children(word, "acomp", "attr", "oprd")
        )
        if word != verb and (word.lower_ in word_set("doubt", "unable") or any(unable)):
            return True
        if (
            any(child.lower_ == "yet" and child.i < verb.i for child in word.children)
            and verb.dep_ == "xcomp"
        ):
            return True
        way = (
            word.head.head if word.dep_ == "pcomp" and word.head.lower_ in ("of", "to", "for") else word.head
        )
        if word.dep_ in ("acl", "relcl", "pcomp") and way.lower_ in word_set("doubt", "ways"):
            return has_no(way) or is_negated(way.head)
        if word.dep_ not in ("xcomp", "acomp", "csubj", "ccomp") or (word.dep_ == "ccomp" and not _to(word)):
            return False
        word = word.head
    return False


def _to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _if(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(child.lower_ == "if" for child in children(verb, "mark"))


def _no(noun: Token) -> bool:
    if any(child.lower_ == "no" for child in noun.children):
        return True
    verb = noun.head
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and any(c.dep_ == "neg" for c in verb.children)


def _about_pictures(sentence: Parsed, doubt: Doubt) -> bool:
    return any(sentence.doc[i].lower_ in words("nouns", "pictures") for i in doubt.own)


def _about_everything(sentence: Parsed, doubt: Doubt) -> bool:
    return bool(_named(sentence, doubt) & word_set("doubt", "everything"))


def _about_these(sentence: Parsed, doubt: Doubt) -> bool:
    """ "These claims", "those reports": the ones told just before."""
    pointed = bool(_named(sentence, doubt) & {"these", "those"})
    return pointed and _about_everything(sentence, doubt)


def _named(sentence: Parsed, doubt: Doubt) -> set[str]:
    return {sentence.doc[i].lower_ for i in doubt.own}
