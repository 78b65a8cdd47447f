"""Which party an actor or recipient is: the words that name it, or what a pronoun stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING

from whoholds.claims.acting import (
    acting_after,
    acting_before,
    is_of_a_person,
    leaves_what_others_took,
    opposed_by_doer,
    whose_doing,
)
from whoholds.claims.group_names import is_group_name
from whoholds.claims.moved import moved_by, subject_over
from whoholds.claims.noun_party import MODIFIERS, named_first, party_in
from whoholds.claims.nouns import counted, nouns_of
from whoholds.claims.opposing import opposed_by, own_words
from whoholds.claims.owners_claim import by_owner
from whoholds.claims.sentence import Sentence
from whoholds.claims.subjects import behind_pronoun
from whoholds.lexicon import read_ontology, word_set
from whoholds.model import Mention, Span
from whoholds.ontology import parties
from whoholds.text.parties import STATES
from whoholds.text.said import SUBJECTS, Said

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def find_who(nouns: Iterable[Token], sentence: Sentence, said: Said | None) -> Mention | None:
    """The first of the nouns that is a party, else the first that is people without the name of one.

    Of several who claim it side by side each claims it of itself.
    """
    nouns = list(nouns)
    nouns = [noun for noun in nouns if _is_claimer(noun, sentence, said)] or nouns
    for noun in nouns:
        if (mention := by_owner(noun, sentence, said)) is not None:
            return mention
        if noun.tag_ == "PRP$" and (party := _party_of_claimer(sentence, said)):
            return Mention(party, sentence.span_of(noun))
        if _is_own(noun) and not (noun.text.isupper() and sentence.party_at(noun)):
            party = _party_of_claimer(sentence, said)
            return Mention(party, sentence.span_of(noun)) if party else _speakers(noun, sentence, said)
        if opposed_by(counted(noun), sentence.party_at) is not None:
            head = counted(noun)
            return Mention(sentence.parsed.span_of(own_words(head), head))
        if _is_theirs(noun, sentence) and (mention := _owners(noun, sentence, said)) is not None:
            return mention
        if (mention := moved_by(noun, sentence, said)) is not None:
            return mention
        named = party_in(noun, sentence)
        if named is not None:
            return Mention(named.span if named.name else _around(named.span, noun, sentence))
        span = _meant_by(noun, sentence, said) if sentence.is_pronoun(noun) else None
        if span is not None:
            return Mention(span, sentence.span_of(noun))
    people = (n for n in nouns if _are_people(n, sentence))
    return next((_people(noun, sentence) for noun in people), None)


def _are_people(noun: Token, sentence: Sentence) -> bool:
    known = sentence.is_force(noun) or sentence.is_civil(noun) or is_group_name(noun, sentence)
    return known or noun.lower_ in word_set("pointing", "persons", "bodies")


def find_doer(nouns: Iterable[Token], sentence: Sentence, said: Said | None) -> Mention | None:
    """Who does it: as `find_who`, else the name of whoever is said to, though no party is known by it.

    Of several together, an organisation of states only helps: it holds no land. So does an armed group that
    fights for a state beside it at home, and a state that fights beside a group in another country.
    """
    nouns = list(nouns)
    named = {name for noun in nouns if (name := _name_of(noun, sentence)) is not None}
    nouns = sorted(nouns, key=lambda noun: only_helps(noun, named, sentence))
    found = find_who(nouns, sentence, said)
    names = (noun for noun in nouns if found is None and _is_a_name(noun, sentence))
    return found or next((Mention(_whole_name(noun, sentence)) for noun in names), None)


def _name_of(noun: Token, sentence: Sentence) -> str | None:
    """The name of the party that is meant."""
    party = party_in(noun, sentence)
    return party.name if party is not None else None


def only_helps(noun: Token, named: Collection[str], sentence: Sentence) -> bool:
    """True for an organisation of states; for an armed group that fights at home for a state that is named
    too; for a state that fights abroad beside a group that is."""
    party = party_in(noun, sentence)
    if party is None or party.role == "international":
        return party is not None
    known, others = parties().get(party.name or ""), (parties().get(name) for name in named)
    if known is None:
        return False
    state = known.kind == "government"
    beside = (one for one in others if one is not None and (one.kind == "government") != state)
    allied = (one for one in beside if one.name in known.allies or known.name in one.allies)
    if state:  # abroad, beside a group that has but one country
        return any(len(one.countries) == 1 and one.countries[0] not in known.countries for one in allied)
    return any(set(one.countries) & set(known.countries) for one in allied)


def _whole_name(noun: Token, sentence: Sentence) -> Span:
    """A name with what belongs to it after "of": "Sons of the North Battalion"."""
    own = _words(noun, sentence)
    last = next((n for n in nouns_of(noun) if n.tag_ in ("NNP", "NNPS") and n.i <= noun.i + 4), noun)
    return Span(own.start, sentence.span_of(last).end)


def _is_a_name(noun: Token, sentence: Sentence) -> bool:
    """True for the name of somebody: no place, no day, no party."""
    if noun.tag_ not in ("NNP", "NNPS") or noun.dep_ not in ("nsubj", "pobj"):
        return False
    beside = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun  # "Afghan" before a group's own name
    parties = (sentence.party_at(noun), sentence.party_at(beside))
    known = sentence.place_at(noun) is not None or any(party is not None for party in parties)
    return not known and not sentence.is_time(noun) and not sentence.is_place(noun)


def _around(said: Span, noun: Token, sentence: Sentence) -> Span:
    """Words for nobody known with what stands before them: "Liberian troops"."""
    whole = _words(noun, sentence)
    before = [t for t in noun.children if t.dep_ in MODIFIERS and sentence.span_of(t).end <= said.start]
    telling = any(t.text[:1].isupper() and t.lower_ not in _counting() for t in before)
    return whole if telling and whole.end == said.end else said


def _people(noun: Token, sentence: Sentence) -> Mention:
    """Armed people or civilians without the name of a party; "the joint force" is whoever acted before."""
    if noun.lower_ in _joint() and any(c.lower_ == "the" for c in noun.children):
        before = _last_so_called(noun, sentence) or _last_state(sentence, sentence.span_of(noun).start)
        if before is not None:
            return Mention(before, sentence.span_of(noun))
    return Mention(_words(noun, sentence))


def _last_so_called(noun: Token, sentence: Sentence) -> Span | None:
    """Whoever acted before under a name with this noun: "the Eagles Brigade" for "the brigade"."""
    at, text = sentence.span_of(noun).start, sentence.report.text
    acted = (span for span in reversed(sentence.memory.subjects) if span.end <= at)
    return next((span for span in acted if span.of(text).endswith(noun.text.title())), None)


def _last_state(sentence: Sentence, until: int) -> Span | None:
    """The state or alliance that acted last before a position."""
    acted = (span for span in reversed(sentence.memory.subjects) if span.end <= until)
    roles = ((span, one.role) for span in acted for one in sentence.report.parties_in(span)[:1])
    return next((span for span, role in roles if role in (*STATES, "international")), None)


@cache
def _counting() -> frozenset[str]:
    return word_set("pointing", "indefinite")


@cache
def _joint() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["nameless"]["joint"])


def is_nobodys(nouns: Iterable[Token], sentence: Sentence, said: Said | None) -> bool:
    """ "Ours" where the speaker's words do not name whose; what nobody says."""
    if said is not None and said.claimer is not None:
        first = said.claimer.of(sentence.report.text).lower().split()[0]
        if first in word_set("frames", "disowned", "nobody") and said.claimer_head.lower() != "one":
            return True  # "no group has claimed the capture"
    return any(noun.lower_ in ("ours", "mine") for noun in nouns) and not _party_of_claimer(sentence, said)


def _is_own(noun: Token) -> bool:
    """ "we", "our troops", "his country's forces": the speaker's party."""
    if noun.lower_ in word_set("pointing", "persons", "first"):
        return True
    words = {t.lower_ for c in noun.children if c.dep_ == "poss" for t in c.subtree}
    own_country = words & {"his", "her", "their", "country"} and words & {"country", "nation"}
    return bool("our" in words or own_country)


def _is_theirs(noun: Token, sentence: Sentence) -> bool:
    """ "its forces", "their soldiers": those of a party that is named before."""
    owners = {c.lower_ for c in noun.children if c.dep_ == "poss"}
    return bool(owners & word_set("pointing", "persons", "owners")) and sentence.is_force(noun)


def _owners(noun: Token, sentence: Sentence, said: Said | None) -> Mention | None:
    """The party of whoever moves them, else of the speaker, else that which acted or was named last."""
    own = sentence.span_of(noun)
    party = subject_over(noun, sentence)
    if party is None and said is not None and said.claimer is not None and not own.within(said.claimer):
        party = _party_of_claimer(sentence, said)
        if party is None and not _lowered(said.claimer, sentence) & word_set("sides", "neutral"):
            poss = next(c for c in noun.children if c.dep_ == "poss")
            return Mention(sentence.parsed.span_of(poss, noun))  # resolved by the side
    party = party or behind_pronoun(noun, sentence)
    return Mention(party, own) if party is not None else None


def _lowered(span: Span, sentence: Sentence) -> set[str]:
    return set(span.of(sentence.report.text).lower().split())


def _speakers(noun: Token, sentence: Sentence, said: Said | None) -> Mention | None:
    """The words for the speaker's own, where the speaker's words name no party: resolved by the side."""
    if said is None or said.claimer is None:
        party = party_in(noun, sentence)
        return Mention(party.span) if party is not None else None
    own = [c for c in noun.children if c.dep_ == "poss" and c.lower_ == "our"]
    return Mention(sentence.parsed.span_of(own[0] if own else noun, noun))


def _words(noun: Token, sentence: Sentence) -> Span:
    """The noun with its modifiers: "local fighters"."""
    head = counted(noun)
    owners = [c for c in head.children if c.dep_ == "poss" and c.tag_ in ("NNP", "NNPS")]
    kept = [c for c in head.children if c.dep_ in MODIFIERS and c.i < head.i]
    kept += [t for owner in owners for t in owner.subtree]
    named = [c for c in kept if c.dep_ == "compound" and c.text[:1].isupper()]
    kept += [t for c in named for t in c.children if t.dep_ in MODIFIERS and t.text[:1].isupper()]
    return sentence.parsed.span_of(min([head, *kept], key=lambda token: int(token.i)), head)


def _meant_by(noun: Token, sentence: Sentence, said: Said | None) -> Span | None:
    """Whom a pronoun means: the speaker in "the brigade said it", where nobody else is named between."""
    if (here := opposed_by_doer(noun, sentence) or whose_doing(noun, sentence)) is not None:
        return here
    if (after := acting_after(noun, sentence)) is not None:
        return _if_same(behind_pronoun(noun, sentence), after, sentence)
    if (acting := acting_before(noun, sentence, said)) is not None:
        party = party_in(acting, sentence)
        speakers = _party_of_claimer(sentence, said) if leaves_what_others_took(noun, acting) else None
        return speakers or (party.span if party is not None and party.name else _words(acting, sentence))
    claimer = said.claimer if said is not None else None
    at = sentence.span_of(noun).start
    if claimer is not None and is_of_a_person(noun) and not sentence.report.parties_in(claimer):
        return None
    if claimer is None or not sentence.span.start <= claimer.start < claimer.end <= at:
        return behind_pronoun(noun, sentence)
    own = named_first(sentence.report.parties_in(claimer))
    cue = said.cue if said is not None else None
    told = max(claimer.end, cue.end) if cue is not None and cue.end <= at else claimer.end
    between = [one for one in sentence.report.parties_in(Span(told, at)) if not one.metonym]
    if not between and own and _lowered(claimer, sentence).isdisjoint(word_set("sides", "neutral")):
        return own[0].span
    groups = [t for t in sentence.parsed.tokens_in(claimer) if _speaks_as_group(t, noun, sentence)]
    if not groups or own:
        return behind_pronoun(noun, sentence)
    party = party_in(groups[-1], sentence)
    return party.span if party is not None and party.name else _words(groups[-1], sentence)


def _if_same(before: Span | None, after: Token, sentence: Sentence) -> Span | None:
    """The party named before, where it is the one that acts after; else "they" may be either."""
    party = party_in(after, sentence)
    names = {one.name for one in sentence.report.parties_in(before)} if before is not None else set()
    return before if party is not None and party.name in names else None


def _speaks_as_group(speaker: Token, noun: Token, sentence: Sentence) -> bool:
    """True for a group's name, the forces of "Tigray's forces said they had left", "the alliance said it"."""
    says_it = speaker.dep_ in SUBJECTS and speaker.head == noun.head.head
    armed = _are_people(speaker, sentence) and not sentence.is_civil(speaker)
    people = speaker.tag_ == "NNPS" and noun.lower_ == "they"  # "the Kurds said they had taken it"
    return is_group_name(speaker, sentence) or (says_it and (armed or people))


def _is_claimer(noun: Token, sentence: Sentence, said: Said | None) -> bool:
    """True for the RSF of "the army and the RSF claimed to hold it", where it is the RSF's claim."""
    claimer = said.claimer if said is not None else None
    return claimer is not None and sentence.span_of(noun).within(claimer)


def _party_of_claimer(sentence: Sentence, said: Said | None) -> Span | None:
    if said is None or said.claimer is None:
        return None
    found = named_first(sentence.report.parties_in(said.claimer))
    return found[0].span if found else None
