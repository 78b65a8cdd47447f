"""Which entry of the gazetteer a name means: named, weighted reasons, and what is hardly a place at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from whoholds.gazetteer.fold import fold
from whoholds.model import Place
from whoholds.ontology import parties as known_parties
from whoholds.text.bystanders import Named, bystanders, invaded
from whoholds.text.country_votes import Hit, Votes, demonym_votes, party_votes, size, votes_of
from whoholds.text.nearness import OTHERS, is_close_to, telling_near
from whoholds.text.parties import PartyMention
from whoholds.text.place_words import taking_abroad
from whoholds.text.taken_abroad import CALLED, LISTED, TAKER, states_abroad, where_it_lies, where_states_take
from whoholds.text.taken_places import ends_in_driving_out, ends_in_taking, name_may_end
from whoholds.text.unknown_places import skeleton

NAMED = ("settlement", "country")  # kinds that a bare name means
HUGE, TIMES = 1_000_000, 100  # inhabitants of a town abroad, and times those of its namesake
MAIN = 2.0  # by so much less a place of that main name is still meant
ARTICLE = re.compile(r"^(?:a[lnrstdz]|ash|el) ")  # "Ar Raqqah"
SPOKEN = 0.2  # share of a country in a report from which it speaks of it
LARGE = 150_000  # inhabitants from which a town may be meant although its country is not the report's


NO_VOTES = Votes({}, {})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a name.

    `focus` is the share of each country in the report, `others` its other places, `container` the ids and
    country codes of what is named after it; `told` the countries that it names, or whose parties it does;
    `states` where in the text states are named that take places abroad, by the ends of the names; `votes`
    what `focus` is made of.
    """

    focus: Mapping[str, float]
    others: Sequence[Place]
    container: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    states: tuple[tuple[int, str], ...] = ()
    votes: Votes = NO_VOTES


def around_report(text: str, hits: Sequence[Hit], mentions: Sequence[PartyMention]) -> Around:
    """What stands around every name of a report: the countries it speaks of, and its unambiguous places."""
    clear = (hit.candidates[0] for hit in hits if not hit.common and len(hit.candidates) < 4)
    named = {p.country for hit in hits for p in hit.candidates if p.kind == "country" and p.country}
    adjectives = demonym_votes(text, mentions)
    told = frozenset(named | party_votes(mentions).keys() | adjectives.keys())
    others = list(islice(clear, 2 * OTHERS))
    beside = bystanders(text, _named(hits), mentions)
    votes = (
        votes_of(text, hits, mentions, adjectives).behind(beside.home, beside.countries).level(invaded(told))
    )
    states = tuple(sorted(states_abroad(mentions)))
    return Around(votes.shares(), others, told=told, states=states, votes=votes)


def _named(hits: Sequence[Hit]) -> Iterator[Named]:
    for hit in hits:
        if not hit.common and all(place.kind != "country" for place in hit.candidates):
            yield Named(hit.span, frozenset(place.country for place in hit.candidates if place.country))


def best_place(text: str, hit: Hit, following: Sequence[Hit], report: Around) -> tuple[Place, str] | None:
    """The entry that a name most likely means, and why; None where it is hardly a place of this report.

    `following` are the names after it, `report` what is known of all of the report.
    """
    own = {place.id for place in hit.candidates}
    others = [place for place in report.others if place.id not in own]
    focus = _without_own_vote(report, hit, others)
    around = replace(report, focus=focus, others=others, container=_named_after(text, hit, following))
    name = fold(hit.span.of(text))
    inside = where_it_lies(text, hit, following)
    if inside == ():
        return None
    meant = inside or where_states_take(text, hit, report.states)
    scored = [(_score(place, hit, around, name), place) for place in meant]
    (_, reasons), best = _of_main_name(name, scored)
    if (
        _is_stray(best, hit, text, around)
        or (hit.kind != "facility" and _is_old_name_abroad(best, hit.span.of(text), around))
        or not (_plausible(best, hit, report.focus, text) or _is_taken_abroad(meant, hit))
        or _is_taken_in_peace(best, hit, report.told, text)
    ):
        return None
    return best, "; ".join(reasons) or "the largest of its name"


def _is_taken_abroad(meant: Sequence[Place], hit: Hit) -> bool:
    """True where a state that fights abroad takes it, and one country there alone has a place called so."""
    return not hit.common and meant is not hit.candidates and len({one.country for one in meant}) == 1


def _without_own_vote(report: Around, hit: Hit, others: Sequence[Place]) -> Mapping[str, float]:
    """The focus for a name that only one place abroad and one at home can mean: a large town abroad does not
    make the report one about its country by being named ("New York" in Ukraine).

    It does where home is told by names of towns alone, or is a state whose forces fight abroad, and the town
    abroad is by far the larger, or where another place of the report lies beside it.
    """
    focus = report.focus
    if not others:
        focus = {
            country: share
            for country, share in focus.items()
            if country in report.told or country in _fought_in(report.told) or _only_powers(report.told)
        }
    home = max(focus, key=lambda country: focus[country], default=None)
    at_home = [place for place in hit.candidates if place.country == home]
    if home is None or not at_home:
        return focus
    largest = max(place.population for place in at_home)
    kept = {
        place.country
        for place in hit.candidates
        if (_may_lie_abroad(place, home, report) and place.population > max(HUGE, TIMES * largest))
        or is_close_to(place, others)
    }
    kept |= invaded(report.told).keys()
    abroad = {place.country for place in hit.candidates if place.kind != "country"} - {home} - kept
    return {country: share for country, share in focus.items() if country not in abroad}


def _may_lie_abroad(place: Place, home: str, report: Around) -> bool:
    """True where home is told by names of towns alone, or is a power whose forces fight abroad."""
    fights_there = place.country in taking_abroad().get(home, frozenset())
    return home not in report.told or fights_there or home in _powers_abroad()


def _fought_in(states: Iterable[str]) -> frozenset[str]:
    return frozenset(country for state in states for country in taking_abroad().get(state, ()))


def _only_powers(told: frozenset[str]) -> bool:
    return bool(told) and told <= _powers_abroad()


@cache
def _powers_abroad() -> frozenset[str]:
    return frozenset(
        party.countries[0] for party in known_parties() if party.kind == "foreign" and party.countries
    )


def _score(place: Place, hit: Hit, around: Around, name: str) -> tuple[float, tuple[str, ...]]:
    """How likely this entry is meant: named, weighted reasons. `name` is the folded name in the text."""
    share = around.focus.get(place.country or "", 0.0)
    meant = share > 0.5 or place.population > HUGE
    near = telling_near(place, hit.candidates, around.others)
    features = (
        (size(place), ""),
        (6.0 * share, f"country in focus ({place.country})" if share > 0.5 else ""),
        (3.0 * (_kind_fits(place.kind, hit.kind)), f"the words say {hit.kind}" if hit.kind else ""),
        (2.0 * is_close_to(place, near), "near other places of the report"),
        (4.0 * place.id.startswith("user:"), "a place of your own"),
        (2.0 * (meant and place.kind in NAMED and _is_main_name(name, place)), "its main name"),
        (float(not around.focus and _is_main_name(name, place)), "its main name"),
        (
            4.0 * bool({place.province, place.country} & around.container),
            "inside the place named after it",
        ),
    )
    return sum(weight for weight, _ in features), tuple(why for weight, why in features if weight > 0 and why)


_Scored = tuple[tuple[float, tuple[str, ...]], Place]


def _of_main_name(name: str, scored: Sequence[_Scored]) -> _Scored:
    """The best entry; before an old or other name of a town, one of its country whose main name it is."""
    best = max(scored, key=lambda one: one[0][0])
    if _is_main_name(name, best[1]):
        return best
    close = [
        one
        for one in scored
        if one[1].country == best[1].country
        and one[1].kind == best[1].kind
        and _is_main_name(name, one[1])
        and best[0][0] - one[0][0] < MAIN
    ]
    return max(close, key=lambda one: one[0][0], default=best)


def _is_main_name(name: str, place: Place) -> bool:
    """True where a folded name is the main one of a place, or another spelling of it."""
    main = fold(place.name)
    return main == name or (main[:1] == name[:1] and skeleton(main) == skeleton(name))


def _kind_fits(kind: str, said: str | None) -> float:
    if said is None:
        return 1.0 if kind in NAMED else 0.4
    if said == "facility":
        return 1.0 if kind in ("facility", "settlement") else 0.0
    return 1.5 if kind == said else 0.5 if (said, kind) == ("district", "settlement") else 0.0


def _named_after(text: str, hit: Hit, following: Sequence[Hit]) -> frozenset[str]:
    """Ids and country codes of what "City, Province" names after the comma, or "City in Province"."""
    for other in following:
        gap = text[hit.whole.end : other.span.start]
        if other.span.start > hit.whole.end and re.fullmatch(r",? ?(?:[\w'’]+ ){0,4}", gap):
            return frozenset(p.id for p in other.candidates) | frozenset(
                p.country for p in other.candidates if p.country and p.kind == "country"
            )
    return frozenset()


def _plausible(place: Place, hit: Hit, focus: Mapping[str, float], text: str) -> bool:
    """False for a homonym far from what the report is about, and for ordinary words without a reason."""
    share = focus.get(place.country or "", 0.0)
    if hit.common:
        kind_said = hit.kind is not None and _kind_fits(place.kind, hit.kind) >= 1
        before = text[max(0, hit.span.start - 20) : hit.span.start]
        located = re.search(r"\b(?:in|at|near|from|to|of|outside) $", before)
        large = located is not None and place.population > 20_000
        long = text[max(0, hit.span.start - TAKER) : hit.span.start]
        taken = ends_in_driving_out(long) or ends_in_taking(LISTED.sub("", long))
        return share > 0.3 and (kind_said or large or (share > 0.5 and taken))
    if place.kind in ("country", "province"):
        return place.kind == "country" or share > 0.15 or hit.kind == "province"
    if hit.kind == "district" and place.kind == "settlement" and max(focus.values(), default=0) > 0.5:
        return share >= 0.2  # "Bangi district" in Afghanistan is not Bangui
    return share >= 0.2 or place.population >= LARGE


def _is_stray(place: Place, hit: Hit, text: str, around: Around) -> bool:
    """True for a small place whose name can mean places of several countries, of a country of which nothing
    else in the report speaks, while it names places of another, and that lies near none of them."""
    if hit.common or place.kind in ("country", "province") or place.population >= LARGE:
        return False
    others = around.votes.shares(hit.span.of(text))
    home = max(others, key=lambda country: others[country], default=None)
    there = any(one.country == home and one.kind != "country" for one in around.others)
    doubtful = len({one.country for one in hit.candidates}) > 1
    abroad = {country for state in around.told for country in taking_abroad().get(state, ())}
    if not there or not doubtful or place.country in abroad or others.get(place.country or "", 0.0) >= SPOKEN:
        return False
    return not is_close_to(place, around.others)


def _is_old_name_abroad(place: Place, said: str, around: Around) -> bool:
    """True for another name of a large town, in a country of which nothing else in the report speaks, where
    it tells of other states and of towns in them: "Kasi" in Sudan is not Varanasi."""
    at_home = any(one.country in around.told and one.kind != "country" for one in around.others)
    small = bool(around.told) and not around.others and place.population < LARGE
    if place.kind in ("country", "province") or not (at_home or small) or _has_main(fold(said), place):
        return False
    elsewhere = place.country not in around.told and place.country not in _fought_in(around.told)
    return elsewhere and around.votes.shares(said).get(place.country or "", 0.0) < SPOKEN


def _has_main(name: str, place: Place) -> bool:
    """The main name with an article or another word beside it too: "Raqqa", "Palma de Mallorca"."""
    main = fold(place.name)
    bare = ARTICLE.sub("", main)
    same = bare[:1] == name[:1] and skeleton(bare) == skeleton(name)
    return same or _is_main_name(name, place) or name.startswith(f"{main} ")


def _is_taken_in_peace(place: Place, hit: Hit, told: frozenset[str], text: str) -> bool:
    """True for a name said to be taken whose place lies where no known party is: another one is meant."""
    if (
        place.country is None
        or place.country in told
        or any(place.country in p.countries for p in known_parties())
    ):
        return False
    taken = ends_in_taking(CALLED.sub("", text[max(0, hit.span.start - 50) : hit.span.start]))
    return taken and name_may_end(text, hit.span.end)
