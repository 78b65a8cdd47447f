"""Words for armed people that do not name them: "gunmen", "several armed men", "heroic forces"."""

from __future__ import annotations

from functools import cache

from whoholds.claims.context import ReportWords
from whoholds.claims.nouns import is_people, is_quantity, noun_lemma
from whoholds.lexicon import read_lexicon, read_ontology
from whoholds.model import Mention
from whoholds.ontology import ARMED_GROUPS, parties
from whoholds.text.place_words import is_demonym

UNNAMED_MEDIA = "unnamed media"
ARMED = ("fighters", "men", "civilians", "prisoners")  # kinds of people in `nouns.toml`


def is_anybody(said: str) -> bool:
    """True for words that say nothing of who it is: "convoy", "heroic forces"; not "tribal forces"."""
    *before, noun = said.split() or [""]
    if said.lower() in nameless("never"):
        return True
    telling = any(word[:1].isupper() or "-" in word or word.lower() in nameless("telling") for word in before)
    unsaid = noun_lemma(noun) in nameless("words") or noun.lower() in nameless("never")
    return unsaid and not telling


def foe_of_state(mention: Mention, words: ReportWords, side: str | None) -> str | None:
    """Whom a state's speaker means by "the terrorists", which names nobody: never the state itself.

    The only group that the report has fight it, else the kind of group; None for other words, other speakers.
    """
    party = parties().get(side) if side is not None else None
    if party is None or party.kind != "government":
        return None
    found = (one for one in words.parties_in(mention.span) if one.span.meets(mention.span))
    groups = [one for one in found if one.how == "generic" and one.role in ARMED_GROUPS]
    return words.focus.opponent(side, mention.span.start) or groups[0].word if groups else None


def unnamed_medium(claimer: str | None, side: str | None) -> str | None:
    """`UNNAMED_MEDIA` for "local media", "several Sudanese outlets": one cannot be told from another.

    None for a named outlet, for one of a side ("state media"), and for all who are none.
    """
    words = (claimer or "").split()
    if side is not None or not words or words[-1].lower() not in nameless("media"):
        return None
    named = any(word[:1].isupper() and not is_demonym(word) for word in words[1:])
    first = words[0]
    opens = first[:1].islower() or first.lower() in nameless("before_media") or is_demonym(first)
    return UNNAMED_MEDIA if opens and not named else None


def as_head_words(said: str) -> str:
    """The same words with a small letter where only a sentence's beginning gave a capital one.

    "Gunmen" and "Several gunmen" are "gunmen" and "several gunmen": they name nobody, wherever they stand.
    "Chadian fighters" and "Popular Front" stay.
    """
    first, *rest = said.split() or [""]
    named = any(not word.islower() for word in rest)
    if named or not first[:1].isupper() or first[1:] != first[1:].lower() or not _is_common(first.lower()):
        return said
    return said[:1].lower() + said[1:]


def state_called(said: str) -> str | None:
    """The state whose adjective the words are: "Azerbaijani"; None where they are none's, or several's."""
    states = {one.name for one in parties() if one.kind == "government" and said in one.demonyms}
    return next(iter(states)) if len(states) == 1 else None


def _is_common(word: str) -> bool:
    if word in _written_large():
        return False
    people = any(is_people(word, kind) for kind in ARMED)
    listed = word in nameless("telling") or word in nameless("people")
    return people or listed or is_quantity(word) or word in _common()


@cache
def _common() -> frozenset[str]:
    """First words of generic words for parties, what stands before arms, and numbers."""
    words = read_ontology("party_words")
    generic = (word.split()[0] for them in words["generic"].values() for word in them)
    before = (word for kind, them in words["irregular"].items() if kind != "nobody" for word in them)
    numbers = read_lexicon("en", "numbers")
    return frozenset(
        (
            *generic,
            *before,
            *words["men"]["armed"],
            *numbers["cardinals"]["words"],
            *numbers["articles"]["words"],
        )
    )


@cache
def _written_large() -> frozenset[str]:
    """ "Islamist": a capital letter wherever it stands."""
    words = (word for them in read_ontology("party_words")["generic"].values() for word in them)
    return frozenset(word.split()[0].lower() for word in words if word[0].isupper())


@cache
def nameless(key: str) -> frozenset[str]:
    """One of the lists of nouns that do not say whose the armed people are, in `party_words.toml`."""
    return frozenset(read_ontology("party_words")["nameless"][key])
