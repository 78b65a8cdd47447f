"""What carried a statement: the outlet that was told, the channel it was posted on, the agency named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.model import Span
from whoholds.text.claimer import claimer_span
from whoholds.text.reporting import ReportingVerb, channel_names, outlet_names, words
from whoholds.text.said import children, token_span

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

Relay = tuple[str, Span]


def relay_of(cue: Token, verb: ReportingVerb, offset: int) -> Relay | None:
    """What carried it, from the words around the cue: who was told, "on Telegram", "in a tweet"."""
    for told in children(cue, "dobj", "dative", "iobj", "pobj"):
        if is_outlet(told) or (verb.recipient and _told_outlet(told)):
            return outlet_words(told, offset)
    for quoting in children(cue, "advcl", "acl"):
        for noun in (n for by in children(quoting, "agent") for n in children(by, "pobj")):
            if quoting.lower_ in ("quoted", "reported", "cited") and is_outlet(noun):
                return outlet_words(noun, offset)
    found = through_preposition(cue, offset)
    if found is None and verb.channel:
        return verb.channel, token_span(cue, offset)
    return found


def _told_outlet(noun: Token) -> bool:
    """A bare name that is told something is an outlet, unless it is a body or a titled person."""
    if not noun.tag_.startswith("NNP") or noun.lower_ in words("relay", "bodies"):
        return False
    people = words("nouns", "people")
    return not any(child.lower_ in people or child.dep_ in ("appos", "conj") for child in noun.children)


def via(token: Token, offset: int) -> Relay | None:
    """An outlet after "via" (or "through", "quoted by") below the token."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("via", "through"):
            for noun in children(child, "pobj"):
                return _channel(noun, offset) or outlet_words(noun, offset)
    return None


def is_outlet(noun: Token) -> bool:
    """True for the name of an outlet or a noun phrase for one ("state television")."""
    if noun.tag_[0] != "N" and noun.lower_ not in outlet_names():
        return False
    parts = [c.lower_ for c in noun.children if c.dep_ in ("compound", "amod", "nmod")]
    phrase = " ".join([*parts, noun.lower_])
    if phrase in outlet_names() or noun.lower_ in outlet_names():
        return True
    if noun.lower_ in words("relay", "words"):
        return noun.lower_ not in ("press", "media") or "state" in phrase or noun.tag_.startswith("NNP")
    named = noun.tag_.startswith("NNP")
    return named and (
        (noun.text.isupper() and 2 < len(noun.text) <= 5) or noun.lower_.endswith(("news", "tv"))
    )


def posted(noun: Token, offset: int) -> Relay | None:
    """The channel that a video or post stands on ("videos posted on social media"), else None."""
    if noun.lower_ not in words("nouns", "pictures"):
        return None
    places = [noun, *children(noun, "acl", "relcl")]
    if noun.dep_ == "nsubj" and noun.head.lower_ in words("nouns", "issuing"):
        places.append(noun.head)
    found = (through_preposition(place, offset) for place in places)
    return next((relay for relay in found if relay is not None), None)


def carries(noun: Token, offset: int) -> Relay | None:
    """The outlet that a writer works for ("an AFP correspondent"), else None."""
    if noun.lower_ not in words("nouns", "writers"):
        return None
    for child in children(noun, "compound", "nmod", "poss"):
        if is_outlet(child):
            return child.text, token_span(child, offset)
    return None


def outlet_words(noun: Token, offset: int) -> Relay:
    """The outlet as it is written, without its article and without "news agency" before a name."""
    span = claimer_span(noun, 0)
    start, end = span.start, span.end
    text = noun.doc.text
    for article in (f"{word} " for word in words("relay", "articles")):
        if text[start:end].lower().startswith(article):
            start += len(article)
            break
    if noun.tag_.startswith("NNP") and text[start:end].lower().startswith(("news agency ", "agency ")):
        start = noun.idx
    return text[start:end], Span(offset + start, offset + end)


def through_preposition(cue: Token, offset: int) -> Relay | None:
    """The channel or outlet after "on", "via", "in" below a word ("claims on Telegram"), else None."""
    for child in cue.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in words("relay", "carriers"):
            for noun in children(child, "pobj"):
                found = _channel(noun, offset)
                if found is None and is_outlet(noun):
                    found = outlet_words(noun, offset)
                if found is None:
                    found = _nested(noun, offset)
                if found is not None:
                    return found
    return None


def _nested(noun: Token, offset: int) -> Relay | None:
    """ "in a post on X", "in an interview with state television"."""
    for child in children(noun, "prep"):
        if child.lower_ in words("relay", "carriers"):
            for inner in children(child, "pobj"):
                found = _channel(inner, offset)
                if found is not None:
                    return found
                if is_outlet(inner):
                    return outlet_words(inner, offset)
    return None


def _channel(noun: Token, offset: int) -> Relay | None:
    parts = [noun, *children(noun, "compound", "amod", "nmod", "nummod")]
    if noun.lower_ == "media" and not any(part.lower_ == "social" for part in parts):
        return None
    for part in parts:
        name = channel_names().get(part.lower_.rstrip("."))
        if name is not None and not (name == "television" and noun.tag_.startswith("NNP")):
            if is_outlet(noun):
                return outlet_words(noun, offset)
            return name, token_span(noun, offset)
    return None
