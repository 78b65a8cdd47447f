"""Names that a sentence leaves out: "but not Uvira", "neither Goma nor Bukavu", "every town but Nyala"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from whoholds.claims.borders import TAKING
from whoholds.claims.meant import AREAS
from whoholds.claims.named import Where
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Claim, Factuality
from whoholds.text.syntax import is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

DESCRIBING = frozenset(("DT", "PDT", "PRP$", "POS"))
OPENING = frozenset((",", ":", "(", "-", "–", "—"))
NAMES = frozenset(("NNP", "NNPS", "NN", "NNS"))
TOLD = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)


class Out(StrEnum):
    """How a name is left out: it is said not of it, or of all but it."""

    NOT = "not"
    EXCEPT = "except"


def left_out(name: Token) -> tuple[Out, Token] | None:
    """How the words before a name leave it out, and the word that does; None where nothing does.

    `name` is the first token of the name. A name after "or" shares what stands before the first of its list.
    """
    if (but := _counted_out(name)) is not None:
        return Out.EXCEPT, but
    joined = ""
    whole = False
    for token in reversed(list(name.doc)[: name.i]):
        word = token.lower_
        found = _leaves_out(token, name)
        if found is not None:
            return (Out.EXCEPT if whole else found), token
        if word in ("or", "and", ","):
            if not _joins(token, name, joined):
                return None
            joined = word
            continue
        whole = whole or word in _words("all")
        if not (_describes(token) or (joined and token.tag_ in NAMES)):
            return None
    return None


def _counted_out(name: Token) -> Token | None:
    """The "but" of "all but two districts, Guzara and Injil": so many names follow, and all are left out."""
    words = list(name.doc)
    first = name.i
    while first and (words[first - 1].text in OPENING or _is_listed(words[first - 1])):
        first -= 1
    if not any(token.text in OPENING for token in words[first : name.i]):
        return None
    for token in reversed(words[:first]):
        if token.text in (",", ";", ":") or is_verb(token):
            return None
        if token.lower_ == "but" or token.lower_ in _words("except"):
            return token if token.nbor(1).tag_ == "CD" and _is_of_all(token) else None
    return None


def _is_listed(token: Token) -> bool:
    return token.lower_ == "and" or token.text[:1].isupper()


def _leaves_out(token: Token, name: Token) -> Out | None:
    word, before = token.lower_, token.nbor(-1).lower_ if token.i else ""
    if word in _words("not"):
        return Out.NOT if _denies_a_name(token, before) else None
    if word == "but":
        return Out.EXCEPT if _is_of_all(token) and not _acts(name) else None
    if word in _words("except") or f"{before} {word}" in _words("phrases"):
        return None if any(t.lower_ in _words("none") for t in _before(token)) else Out.EXCEPT
    return None


def _denies_a_name(word: Token, before: str) -> bool:
    """False for "not only", "whether or not", "if not", and for "did not", which denies the verb."""
    after = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    of_verb = word.i > 0 and (word.nbor(-1).tag_ == "MD" or before in _words("auxiliaries"))
    return after not in _words("only") and before not in _words("asking") and not of_verb


def _is_of_all(but: Token) -> bool:
    """True for the "but" of "all of the province but", "every town in it but"."""
    return any(token.lower_ in _words("all") for token in _before(but))


def _before(token: Token) -> Iterator[Token]:
    """The words before it, back to the verb of its clause, that verb left out."""
    for one in reversed(list(token.doc)[: token.i]):
        if is_verb(one) or one.text in ";:":
            return
        yield one


def _acts(name: Token) -> bool:
    """True for a name that begins a clause: "but Uvira held out"."""
    head = name
    while head.dep_ in ("compound", "amod", "nmod", "det") and head.head != head:
        head = head.head
    return head.dep_ in ("nsubj", "nsubjpass") and head.head.i > head.i


def _joins(token: Token, name: Token, joined: str) -> bool:
    """True for "or", for "and" without a comma before it, and for a comma in a list that "or" ends."""
    if token.lower_ == ",":
        later = (one.lower_ for one in list(name.doc)[name.i :] if one.lower_ in ("or", "nor", "and", "but"))
        return joined == "or" or (not joined and next(later, "") in ("or", "nor"))
    return token.lower_ == "or" or (token.i > 0 and token.nbor(-1).text != ",")


def _describes(token: Token) -> bool:
    word = token.lower_
    known = word in word_set("pointing", "place_prepositions") or word in ("of", "by", "yet", "with")
    return token.tag_ in DESCRIBING or token.tag_ == "JJ" or known or is_locality(word, "settlement", "area")


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "left_out", key)


def without_left_out(claim: Claim, where: Where, sentence: Sentence, nouns: Sequence[Token]) -> Claim | None:
    """The claim as it is said of this place: denied where they say "not there", None where it is left out.

    A taking that is said not to reach a place tells nobody who holds it, so it is none. `nouns`: the place in
    the frame.
    """
    found = sentence.parsed.tokens_in(where.mention.span)
    out = left_out(found[0]) if found and not where.mention.inferred else None
    if out is None and found and claim.factuality is Factuality.DENIED and _is_instead(found[0]):
        return replace(claim, factuality=Factuality.CERTAIN)
    if out is None:
        partly = where.place.kind in AREAS and any(_is_each_but(noun, sentence) for noun in nouns)
        return None if partly else claim
    if claim.factuality not in TOLD:
        return claim if claim.factuality is Factuality.DENIED and out[0] is Out.NOT else None
    if out[0] is Out.EXCEPT or claim.type in TAKING:
        return None
    return replace(claim, factuality=Factuality.DENIED)


def _is_instead(name: Token) -> bool:
    """True for the second name of "did not capture Goma but Bukavu": it is said of that one."""
    words = list(name.doc)
    for token in reversed(words[: name.i]):
        if token.lower_ == "but":
            before = words[: token.i]
            named = token.i > 0 and token.nbor(-1).tag_[:2] == "NN"
            return named and not _is_of_all(token) and any(one.dep_ == "neg" for one in before)
        if not (_describes(token) or is_locality(token.text, "part")):
            return False
    return False


def _is_each_but(noun: Token, sentence: Sentence) -> bool:
    """True for "every town in the province", where another word of the sentence leaves one of them out."""
    each = any(child.lower_ in _words("all") for child in noun.children)
    if not each or not is_locality(noun.text, "settlement"):
        return False
    names = (token for token in noun.doc if sentence.place_at(token) is not None)
    found = (left_out(name) for name in names)
    return any(one is not None for one in found)
