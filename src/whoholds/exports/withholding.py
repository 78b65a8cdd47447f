"""What may be published: private persons are shown by role, their names withheld; officials stay."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from whoholds.exports.no_persons import no_persons_in
from whoholds.gazetteer import load_gazetteer
from whoholds.lexicon import read_lexicon, read_ontology, word_set
from whoholds.model import Report, Span
from whoholds.ontology import Parties, parties
from whoholds.picture import Judged, Picture, Recorded, ResolvedClaim
from whoholds.unseen import name_pattern

WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_THE_NAME = re.compile(r"[Tt]he\s+[A-Z]")  # an office or a group, not a person
_BEFORE_PLACES = frozenset(("of", "in", "from", "at", "near", "around", "the"))
WITHHELD = "█"


def masked_claimer(claimer: str | None, side: str | None) -> str | None:
    """The words for who says so, fit to be published.

    A personal name without an official title becomes "a named person (name withheld)", or by its role "a
    named resident (name withheld)". Officials, those who speak for a side, media, offices and groups stay.
    """
    if claimer is None or side is not None or not personal_name(claimer):
        return claimer
    role = next((word for word in _lowered(claimer) if word in _roles()), "person")
    return f"a named {role} (name withheld)"


def personal_name(claimer: str) -> tuple[str, ...]:
    """The words of a claimer that name a private person; none for officials, media, offices, places."""
    lowered = set(_lowered(claimer))
    if lowered & _public_words() or _THE_NAME.match(claimer):
        return ()
    known = _known_names(claimer, parties())
    found = list(WORD.finditer(claimer))
    tokens = [match.group().rstrip(".'’-") for match in found]
    others = () if lowered & _roles() else no_persons_in(claimer)
    named = [
        token
        for number, token in enumerate(tokens)
        if token[0].isupper()
        and token not in known
        and not _is_plain(token, first=number == 0)
        and not _is_adjective(tokens, number)
        and not any(Span(*found[number].span()).meets(other) for other in others)
    ]
    return tuple(named) if any(len(token) > 2 for token in named) else ()


def _is_adjective(tokens: Sequence[str], number: int) -> bool:
    """True for "Italian" in "an Italian medical charity": no name stands between an article and a noun.

    And for "Initial" in "Initial reports".
    """
    if number == 0 and tokens[1:2] and tokens[1] in word_set("private", "told_in"):
        return "'" not in tokens[0] and "’" not in tokens[0]
    after_article = number > 0 and tokens[number - 1].lower() in ("a", "an")
    return after_article and number + 1 < len(tokens) and tokens[number + 1].islower()


def _is_plain(token: str, *, first: bool) -> bool:
    """True for a word that is capitalised for another reason: an acronym, the first word's case."""
    return (token.isupper() and len(token) > 1) or (first and token.lower() in _plain_words())


@cache
def _public_words() -> frozenset[str]:
    """Words of titles, offices, media and groups: who is called so speaks in public."""
    control, official = read_ontology("control")["words"], read_lexicon("en", "sides")["official"]["words"]
    public = (
        *official,
        *(word for name in ("official", "monitor", "media", "agencies") for word in control[name]),
    )
    spoken = frozenset(word.lower() for word in public if " " not in word) - _roles() - _plain_words()
    return spoken | word_set("private", "groups") | word_set("private", "offices")


@cache
def _roles() -> frozenset[str]:
    """Words for private people."""
    return frozenset(read_lexicon("en", "private")["roles"]["words"])


@cache
def _plain_words() -> frozenset[str]:
    """Words that may stand first in a claimer's words without being a name."""
    plurals = {f"{word}s" for word in _roles()}
    return frozenset(read_lexicon("en", "private")["plain"]["words"]) | _roles() | plurals


@lru_cache(maxsize=20_000)
def _known_names(claimer: str, known: Parties) -> frozenset[str]:
    """The words that are names of places, parties or peoples."""
    found: set[str] = set()
    for hit in load_gazetteer().names_in(claimer):
        words = hit.span.of(claimer).split()
        before = claimer[: hit.span.start].rstrip().rsplit(" ", 1)[-1].lower()
        follows = claimer[hit.span.end :].lstrip()[:1]
        if before in _BEFORE_PLACES or (before == "" and not follows.isupper()) or _is_large(hit.places):
            found.update(words)
    for party in known:
        for name in (party.name, *party.aliases, *party.demonyms):
            if name in claimer:
                found.update(name.split())
    return frozenset(found)


def _is_large(places: Iterable[str]) -> bool:
    gazetteer = load_gazetteer()
    return any((place := gazetteer.get(one)) is not None and place.kind != "settlement" for one in places)


def _lowered(words: str) -> list[str]:
    return [match.group().rstrip(".'’-").lower() for match in WORD.finditer(words)]


def masked_words(words: str, names: Iterable[str]) -> str:
    """Words with the given names blacked out, letter for letter, so that every offset stays."""
    for name in sorted(set(names), key=len, reverse=True):
        words = name_pattern(name).sub(lambda found: WITHHELD * len(found.group()), words)
    return words


def masked_claim(claim: ResolvedClaim) -> ResolvedClaim:
    """A claim fit to be published: claimer by role, the name blacked out in the quotation."""
    names = withheld_names(claim)
    if not names:
        return claim
    claimer = masked_claimer(claim.claimer, claim.side)
    return replace(claim, claimer=claimer, quote=masked_words(claim.quote, names))


def withheld_names(claim: ResolvedClaim) -> tuple[str, ...]:
    """The words of a claim's claimer that name a private person."""
    if claim.claimer is None or claim.side is not None:
        return ()
    return personal_name(claim.claimer)


def masked_picture(picture: Picture) -> Picture:
    """A picture fit to be published: private names blacked out in claims and in the texts of their reports.

    A name that one claim of a report withholds is withheld in the whole report; offsets stay as they are.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for claim in picture.claims.values():
        names[claim.claim.report].update(withheld_names(claim))
    hidden = {key: found for key, found in names.items() if found}
    if not hidden:
        return picture
    reports = {
        one.report.key: _masked_report(one, hidden.get(one.report.key, ())) for one in picture.record.reports
    }
    claims = {key: _moved(claim, hidden, reports) for key, claim in picture.claims.items()}
    judgements = tuple(_masked_reason(one, picture, hidden) for one in picture.record.judgements)
    record = replace(picture.record, reports=tuple(reports.values()), judgements=judgements)
    return replace(picture, record=record, claims=claims)


def _masked_report(recorded: Recorded, names: Iterable[str]) -> Recorded:
    report: Report = recorded.report
    if not names:
        return recorded
    masked = replace(report, text=masked_words(report.text, names), title=_or_none(report.title, names))
    extraction = recorded.extraction
    if extraction is not None:
        silences = tuple(replace(one, report=masked.key) for one in extraction.silences)
        extraction = replace(extraction, report=masked.key, silences=silences)
    return replace(recorded, report=masked, extraction=extraction)


def _masked_reason(judged: Judged, picture: Picture, hidden: Mapping[str, set[str]]) -> Judged:
    """A judgement without the names that the report of its claim withholds."""
    claim = picture.claims.get(judged.judgement.claim)
    names = hidden.get(claim.claim.report) if claim is not None else None
    if not names:
        return judged
    return replace(
        judged, judgement=replace(judged.judgement, reason=masked_words(judged.judgement.reason, names))
    )


def _or_none(words: str | None, names: Iterable[str]) -> str | None:
    return None if words is None else masked_words(words, names)


def _moved(
    claim: ResolvedClaim, hidden: Mapping[str, set[str]], reports: Mapping[str, Recorded]
) -> ResolvedClaim:
    """A claim of a masked report, pointing at the masked text."""
    if claim.retracted is not None and claim.retracted in reports:
        claim = replace(claim, retracted=reports[claim.retracted].report.key)
    names = hidden.get(claim.claim.report)
    if not names:
        return claim
    said = replace(claim.claim, report=reports[claim.claim.report].report.key)
    masked = masked_claim(claim)
    return replace(masked, claim=said, quote=masked_words(claim.quote, names))
