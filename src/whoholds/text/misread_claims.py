"""Claims that the parser takes for a verb, as in "Armenia rejected Azerbaijani claims that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.reporting import reporting_verbs

if TYPE_CHECKING:
    from whoholds.text.tokens import Token, Words

OWNERS = ("NNP", "NNPS", "JJ", "NN")
BEFORE = 3  # words between what denies them and the claims


def hang_contents(doc: Words) -> None:
    """Hang what is said on its noun: "denied reports, shared widely, that X had fallen"."""
    for that in doc[3:]:
        verb, comma = that.head, that.nbor(-1)
        if that.lower_ != "that" or that.dep_ != "mark" or comma.text != "," or verb.i < that.i:
            continue
        noun = next((one for one in doc[: comma.i] if _is_told_of(one, comma)), None)
        over = noun.head if noun is not None else None
        if noun is None or over is None or noun.dep_ != "dobj" or verb.head is noun:
            continue
        if verb.is_ancestor(over):
            over.hang(*(("ROOT", over) if verb.head is verb else (verb.dep_, verb.head)))
        for between in doc[noun.i + 1 : comma.i]:
            if between.head is verb:
                between.hang(between.dep_, noun)
        verb.hang("acl", noun)


def _is_told_of(noun: Token, comma: Token) -> bool:
    """True for the "reports" of "reports, shared widely," before a comma."""
    apart = noun.nbor(1).text == "," and noun.i + 2 < comma.i
    return _is_claims(noun) and apart and noun.nbor(2).tag_ in ("VBN", "VBD")


def hang_claims(doc: Words) -> None:
    """Hang each such word as the object of what denies it, whose they are on it, and what they say."""
    for word in doc:
        over = _denies(word) if word.tag_ in ("VBZ", "VBP") and _is_claims(word) else None
        if over is None or not word.i or word.nbor(-1).tag_ not in OWNERS:
            continue
        below = [child for child in word.children if child.i > word.i]
        if word.head is word:
            over.hang("ROOT", over)
        elif not over.is_ancestor(word):
            continue
        word.tag_ = "NNS"
        word.hang("dobj", over)
        for before in doc[over.i + 1 : word.i]:
            before.hang("det" if before.tag_ == "DT" else "amod", word)
        for child in below:
            if child.dep_ == "ccomp":
                child.hang("acl", word)
            elif child.dep_ not in ("prep", "acl", "relcl"):
                child.hang(child.dep_, over)


def _is_claims(word: Token) -> bool:
    return word.lower_ in word_set("frames", "whose_claims")


def _denies(claims: Token) -> Token | None:
    """The verb right before them, but for whose they are, that denies or disputes."""
    for back in range(1, min(BEFORE, claims.i) + 1):
        word = claims.nbor(-back)
        verb = reporting_verbs().get(word.lower_)
        if verb is not None and verb.kind == "deny" and word.tag_[0] == "V":
            return word
        if word.tag_ not in (*OWNERS, "DT"):
            return None
    return None
