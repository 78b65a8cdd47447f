"""How many independent voices stand behind claims: copies of one text and one claimer count once.

A story printed by twenty outlets is one voice, and so is a spokesman quoted by five, and who is quoted with
the same words; all who speak for one side are one origin.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, is_

from whoholds.likeness import Alike, Firsts, Shingles, words_of
from whoholds.model import Factuality
from whoholds.picture import ResolvedClaim
from whoholds.voice_keys import SIDE, WORD, fold_words, home_of, is_named, origin_of, voice_of

RETOLD = timedelta(days=3)  # within which what a medium is said to have told is its story of then
SHORTEST_COPY = 6  # words; shorter sentences are alike by chance
SPOKEN = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many reports carry claims, and how many independent origins stand behind them."""

    reports: int
    origins: int

    def words(self) -> str:
        """ "3 reports, 1 origin", "1 report, 1 origin", "3 reports, 2 independent origins"."""
        origins = "1 origin" if self.origins == 1 else f"{self.origins} independent origins"
        return f"{'1 report' if self.reports == 1 else f'{self.reports} reports'}, {origins}"


def voices(claims: Iterable[ResolvedClaim]) -> Mapping[str, str]:
    """The ultimate claimer of each claim, by claim id.

    Copies of one sentence, and those whose claimer is quoted with the same words, take the voice of the first
    that was known; what a medium is said to have told that of whom its own story quotes; what a report tells
    in its own voice that of whom it quotes for it. Their order is free.
    """
    return Voices().of(claims)


@dataclass(frozen=True, slots=True)
class _Told:
    """Of one claim: who carries the words, what is said, and the voice where no other claim can change it."""

    home: str
    matter: tuple[object, ...]
    own: str | None

    @classmethod
    def of(cls, claim: ResolvedClaim, *, own: bool) -> _Told:
        return cls(home_of(claim), _matter(claim), voice_of(claim) if own else None)


class Sentences:
    """What of each of some claims is the same among whichever of them: for the voices of any of these."""

    def __init__(self, claims: Sequence[ResolvedClaim]) -> None:
        self.alike = Alike()
        by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for claim in claims:
            by_words[words_of(claim.quote)].append(claim.id)
        long = {words: self.alike.of(words)[1] for words in by_words if len(words) >= SHORTEST_COPY}
        alone = {ids[0] for words, ids in by_words.items() if len(ids) == 1 and not long.get(words)}
        self._told = {
            one.id: (one, _Told.of(one, own=one.id in alone and not (one.claimer and _spoken(one.quote))))
            for one in claims
        }

    def told(self, claim: ResolvedClaim) -> _Told | None:
        """What is kept of the very claim."""
        kept, told = self._told.get(claim.id, (None, None))
        return told if kept is claim else None


class Voices:
    """`voices` of claims of which more and more become known: what was worked out stays where it stands."""

    def __init__(self, said: Sentences | None = None) -> None:
        """`said`: what was worked out of these claims and others."""
        self._said = said
        self._begin()

    def _begin(self) -> None:
        self._ordered: list[ResolvedClaim] = []
        self._copies = _Copies(self._said.alike if self._said is not None else None)
        self._carried: dict[tuple[str, tuple[object, ...]], list[tuple[datetime, str]]] = defaultdict(list)
        self._found: dict[str, str] = {}

    def of(self, claims: Iterable[ResolvedClaim]) -> Mapping[str, str]:
        """The ultimate claimer of each claim, by claim id."""
        given = list(claims)
        ordered = _in_order(given)
        if len(ordered) < len(self._ordered) and all(map(is_, ordered, self._ordered)):
            return {claim.id: self._found[claim.id] for claim in given}  # fewer were known then
        known = len(self._ordered)
        if len(ordered) < known or any(
            one is not other for one, other in zip(self._ordered, ordered[:known], strict=True)
        ):
            self._begin()
            known = 0
        for claim in ordered[known:]:
            self._take(claim)
        self._ordered = ordered
        return dict(self._found)

    def _take(self, claim: ResolvedClaim) -> None:
        kept = (self._said.told(claim) if self._said is not None else None) or _Told.of(claim, own=False)
        voice = kept.own if kept.own is not None else self._voice_of(self._copies.first_of(claim))
        voice = self._found.get(claim.echoes, voice) if claim.echoes is not None else voice
        if claim.claimer is not None:
            told = self._carried.get((voice, kept.matter), ())
            voice = _quoted_for_it(voice, [one for at, one in told if claim.known_from - at <= RETOLD])
        self._carried[kept.home, kept.matter].append((claim.known_from, voice))
        self._found[claim.id] = voice

    def _voice_of(self, first: ResolvedClaim) -> str:
        """The voice of what a claim copies; what only sums up another claim has the voice of that one."""
        told = self._found.get(first.id) if first.echoes is not None else None
        return voice_of(first) if told is None else told


def _in_order(claims: Iterable[ResolvedClaim]) -> list[ResolvedClaim]:
    """The claims as they became known. Of those known together, what a medium is said to have told comes
    after its own story, what sums up a quoted word after it and before copies of both, and whoever tells
    more is copied by whoever tells less; ids only part equals.
    """
    told = sorted(claims, key=_KNOWN_FROM)
    together = [list(same) for _, same in groupby(told, key=_KNOWN_FROM)]
    if len(together) == len(told):
        return told
    tells = Counter(home_of(claim) for claim in told)
    summed = {claim.echoes for claim in told if claim.echoes is not None}
    quoted = {claim.id: claim for claim in told if claim.id in summed}

    def key(claim: ResolvedClaim) -> tuple[object, ...]:
        home, said = home_of(claim), fold_words(claim.claimer)
        word = claim if claim.echoes is None else quoted.get(claim.echoes, claim)
        rank = 0 if claim.id in quoted else 1 if claim.echoes is not None else 2
        return (fold_words(word.claimer) in tells, rank, -tells[home], home, claim.quote, said, claim.id)

    return [one for same in together for one in (sorted(same, key=key) if len(same) > 1 else same)]


_KNOWN_FROM = attrgetter("known_from")


def _matter(claim: ResolvedClaim) -> tuple[object, ...]:
    """What is said: the same of two claims that tell of one thing."""
    where = claim.place.id if claim.place is not None else claim.place_name
    said = claim.claim
    return said.type, said.factuality is Factuality.DENIED, claim.actor, claim.recipient, where


def _quoted_for_it(medium: str, story: Sequence[str]) -> str:
    """Whom a medium's own story of late quotes, those without a side first; the medium where it tells it
    itself, or where nothing of it is known.
    """
    if not story or medium in story:
        return medium
    return min(story, key=lambda voice: voice.startswith(SIDE))


def independent(claims: Sequence[ResolvedClaim]) -> int:
    """The number of independent origins behind claims."""
    return counted(claims).origins


def counted(claims: Sequence[ResolvedClaim], voice: Mapping[str, str] | None = None) -> Counted:
    """How many reports carry the claims, and how many independent origins they have.

    `voice` are the ultimate claimers by claim id, where they are known already.
    """
    by = voices(claims) if voice is None else voice
    return Counted(
        len({claim.claim.report for claim in claims}),
        len({origin_of(claim, by[claim.id]) for claim in claims}),
    )


class _Copies:
    """Sentences as they become known, each with the earliest claim of it, or nearly of it, by one claimer.

    Two claimers of one sentence of one report ("residents and officials said") are two; a copy that names
    another claimer is still the first one's.
    """

    def __init__(self, alike: Alike | None) -> None:
        self._owners: list[dict[str, ResolvedClaim]] = []
        self._shingles = Shingles() if alike is None else Firsts(alike)
        self._exact: dict[tuple[str, ...], int] = {}
        self._quoted: dict[tuple[str, ...], ResolvedClaim] = {}

    def first_of(self, claim: ResolvedClaim) -> ResolvedClaim:
        """The earliest claim that this one, the next to become known, copies; else itself."""
        words = words_of(claim.quote)
        if len(words) < SHORTEST_COPY:
            return claim
        if words not in self._exact:
            self._exact[words] = self._shingles.copied(words)
        number = self._exact[words]
        if number == len(self._owners):
            self._owners.append({})
        return _owner(claim, self._owners[number], self._quoted)


def _owner(
    claim: ResolvedClaim, known: dict[str, ResolvedClaim], quoted: dict[tuple[str, ...], ResolvedClaim]
) -> ResolvedClaim:
    """The first claim of a sentence by this claimer, which is kept in `known`, by claimer."""
    said = fold_words(claim.claimer)
    first = next(iter(known.values()), claim)
    if _tells_anew(claim, known.get(said, first)):
        return known.setdefault(f"{said} of {claim.days.end}", claim)
    if said not in known and first.claim.report != claim.claim.report:
        return first
    if said not in known:
        known[said] = _quoted_before(claim, quoted)
    return known[said]


def _tells_anew(claim: ResolvedClaim, first: ResolvedClaim) -> bool:
    """True where people without a name ("residents") tell another outlet of another day in like words."""
    if claim.claimer is None or first.claimer is None or is_named(claim.claimer):
        return False
    (start, end), (begun, ended) = ((one.days.start or one.days.end, one.days.end) for one in (claim, first))
    if start is None or end is None or begun is None or ended is None or not (claim.dated and first.dated):
        return False
    return home_of(claim) != home_of(first) and (start > ended or end < begun)


def _quoted_before(claim: ResolvedClaim, quoted: dict[tuple[str, ...], ResolvedClaim]) -> ResolvedClaim:
    """The first claim, of another report, whose claimer is quoted with the same words; itself without one."""
    if claim.claimer is None:
        return claim
    found = claim
    for words in _spoken(claim.quote):
        before = quoted.setdefault(words, found)
        found = before if before.claim.report != claim.claim.report else found
    return found


@lru_cache(maxsize=4096)
def _spoken(quote: str) -> tuple[tuple[str, ...], ...]:
    """The words between each two quotation marks, where they are enough not to be alike by chance."""
    told = (tuple(WORD.findall("".join(spoken).casefold())) for spoken in SPOKEN.findall(quote))
    return tuple(words for words in told if len(words) >= SHORTEST_COPY)
