"""What goes wrong on each set, one record a case, of the half that rules are worked on with only."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import eval_attribution
import eval_capitals
import eval_control_sentences
import eval_factuality
import eval_fakes
import eval_headlines
import eval_incidents
import eval_releases
import eval_replay
import eval_turning
from eval_factuality import half_of
from eval_finders import is_tuning, places_of
from eval_halves import TUNE
from eval_measured import Row, read_rows

from whoholds import find_attributions, read_claims
from whoholds.evaluate import Mistake, find_mistakes, read_all, read_gold
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Span
from whoholds.text.dates import find_dates
from whoholds.text.events import find_events_in_each

WORST_FIRST = frozenset({"ged"})
AROUND = 80  # characters shown on either side
Cases = Iterator[Mistake]


def coded(path: Path) -> Cases:
    """Claims missed, false or wrong in coded reports; of one report alone, all of it."""
    gold = read_gold(path)
    its = [one for one in gold if len(gold) == 1 or half_of(one.name) == TUNE]
    yield from find_mistakes(its, read_all(its))


def peaceful(path: Path) -> Cases:
    """Claims read where no claim is right."""
    for row in _tuned(path):
        for one in read_claims(row["text"], published=row["published"]):
            yield Mistake(row["id"], f"false {one.claim.type.value}", one.quote, None, one.place_name)


def dates(path: Path) -> Cases:
    """Times missed, false, or of another value."""
    for row in _tuned(path):
        text = row["text"]
        left = list(find_dates(text, date.fromisoformat(row["dct"])))
        for timex in row["timex"]:
            at = Span(timex["start"], timex["end"])
            met = [one for one in left if one.span.meets(at)]
            same = [one for one in met if timex["value"] in (one.value or "").split("/")]
            left = [one for one in left if one not in met]
            if not same:
                kind = "another value" if met else "missed"
                read = met[0].value if met else None
                yield Mistake(row["id"], kind, _around(text, at), timex["value"], read)
        for one in left:
            yield Mistake(row["id"], "false", _around(text, one.span), None, one.value)


def attribution(path: Path) -> Cases:
    """Contents without a pair, contents of which less than half is shared, and claimers that are others."""
    for row in _tuned(path):
        text = row["text"]
        wanted, found_all = eval_attribution.said(row), find_attributions(text)
        given = [(eval_attribution.words(text, one.content), one) for one in found_all if not one.quoted]
        pairs = dict(eval_attribution.pairs([one for one, _ in wanted], [one for one, _ in given]))
        for number, (content, who) in enumerate(wanted):
            quote, name = _stretch(text, content), _first(text, who)
            if number not in pairs:
                yield Mistake(row["id"], "missed", quote, name, None)
                continue
            found, told = given[pairs[number]]
            read = _first(text, told.claimers)
            if len(content & found) < eval_attribution.SAME * len(content | found):
                yield Mistake(row["id"], "other words said", quote, name, _stretch(text, found))
            elif who and not eval_attribution.meets(told, who):
                yield Mistake(row["id"], "another claimer" if read else "no claimer", quote, name, read)
        for place, (found, told) in enumerate(given):
            if place not in pairs.values():
                yield Mistake(row["id"], "false", _stretch(text, found), None, _first(text, told.claimers))


def event_place(path: Path) -> Cases:
    """Places of events missed, false, or others."""
    rows = [row for row in read_rows(path) if is_tuning(row)]
    verbs = [[Span(start, end) for start, end, _ in row["verb"]] for row in rows]
    for row, events in zip(rows, find_events_in_each((row["text"] for row in rows), verbs), strict=True):
        text, gold = row["text"], places_of(row)
        told = sorted({place for event in events for place in event.places})
        missed = [one for one in gold if not any(one.meets(other) for other in told)]
        false = [one for one in told if not any(one.meets(other) for other in gold)]
        if missed or false:
            kind = "another place" if missed and false else "missed" if missed else "false"
            marked = f"{text[: row['verb'][0][0]]}*{row['verb'][0][2]}*{text[row['verb'][0][1] :]}"
            yield Mistake(row["id"], kind, marked, _all(text, missed), _all(text, false))


def isaf(path: Path) -> Cases:
    """Each answer that is not right."""
    for row in _tuned(path, "text"):
        text, gold = row["text"].replace("\u2028", "\n"), row["gold"]
        right = eval_releases.answers(text, gold)
        written = eval_releases.released(text)
        read: Mapping[str, object] = {
            "date": eval_releases.incident_day(text, written),
            "province": eval_releases.province(text, load_gazetteer()),
            "killed": eval_releases.tally(text, "killed"),
            "captured": eval_releases.tally(text, "captured"),
            "target group": ", ".join(sorted(eval_releases.target_groups(text))),
        }
        for name, key in ISAF_GOLD.items():
            if not right[name]:
                yield Mistake(row["id"], f"wrong {name}", text[:600], str(gold[key]), str(read[name]))


ISAF_GOLD = {
    "date": "start_date",
    "province": "province",
    "killed": "min_killed",
    "captured": "min_captured",
    "target group": "target_group",
}


def fakes(path: Path) -> Cases:
    """Each answer that is not right, by the kind of the mistake."""
    gazetteer = load_gazetteer()
    for row in _tuned(path, "text"):
        gold = row["gold"]
        told = {"civilians killed": gold["nb_civilians"], "province": gold["location"]}
        for name, outcome in eval_fakes.outcomes(row, gazetteer).items():
            if outcome != "right":
                yield Mistake(row["id"], f"{name}: {outcome}", row["text"][:400], str(told[name]), None)


def ged(path: Path) -> Cases:
    """Events told in several groups, and groups that hold several events: the headlines of each."""
    rows = read_rows(path)
    groups = eval_headlines.groups(rows)
    events = [(row["set"], row["event_id"]) for row in rows]
    its = [n for n, row in enumerate(rows) if half_of(f"{row['set']}/{row['event_id']}") == TUNE]
    for kind, one, other in (
        ("one event apart", events, groups),
        ("several events together", groups, events),
    ):
        for key, numbers in _apart(its, one, other):
            quote = " | ".join(rows[number]["headline"] for number in numbers)
            yield Mistake(str(key), kind, quote, None, None)


def _apart(
    its: Sequence[int], one: Sequence[Hashable], other: Sequence[Hashable]
) -> Iterator[tuple[Hashable, list[int]]]:
    """Keys of the one kind that hold several of the other, the worst first, with one member of each."""
    members: dict[Hashable, dict[Hashable, int]] = {}
    for number in its:
        members.setdefault(one[number], {}).setdefault(other[number], number)
    several = [(key, list(found.values())) for key, found in members.items() if len(found) > 1]
    return iter(sorted(several, key=lambda pair: -len(pair[1])))


def factuality(path: Path) -> Cases:
    """Every event of which something else is read than coded."""
    for event in eval_factuality.events(path):
        if event.half == TUNE and event.coded != event.read:
            at, text = event.trigger, event.text
            marked = f"{text[: at.start]}*{at.of(text)}*{text[at.end :]} ({event.reason})"
            coded_values, read = (", ".join(sorted(values)) for values in (event.coded, event.read))
            yield Mistake("", f"{coded_values} read as {read}", marked, coded_values, read)


def control(path: Path) -> Cases:
    """Every claim of control that is missed or false."""
    for one in eval_control_sentences.outcomes(path):
        if half_of(one.text) == TUNE:
            for coded_claim in one.missed:
                kind = coded_claim["type"]
                yield Mistake("", f"missed {kind}", one.text, f"{kind} of {coded_claim['place']}", None)
            for claim in one.false:
                kind = claim.claim.type.value
                yield Mistake("", f"false {kind}", one.text, None, f"{kind} of {claim.place_name}")


def capitals(path: Path, reports: Path) -> Cases:
    """Capitals not told of by the day after they changed hands, or dated outside their window."""
    for name, found in eval_capitals.histories(path, reports).items():
        for town, known in found:
            if half_of(town.place.name) == TUNE and not eval_capitals.known_within(town, known):
                kind = f"{name}: {'another day' if known else 'not told of by then'}"
                quote = known[0].quote if known else ""
                yield Mistake(town.place.name, kind, quote, f"{town.first} to {town.last}", None)


def replay(changes: Path, _: Path) -> Cases:
    """Statements of the table that are not told back as known when it made them."""
    for town in eval_replay.read_towns(changes):
        for one in town.statements:
            state = eval_replay.state_at(town, one.at)
            if not eval_replay.is_said(one, state):
                day = one.at.date().isoformat()
                yield Mistake(town.place.name, "another holder", day, one.held_by, state.holder)


def incidents(path: Path) -> Cases:
    """Incidents missed, false, or with another value."""
    for row in _tuned(path):
        gold, found = eval_incidents.coded(row), eval_incidents.read(row)
        pairs = eval_incidents.paired(gold, found)
        head = row["text"][:400]
        for one, other in pairs:
            for name, right in zip(
                ("place", "perpetrator", "confidence"), eval_incidents.agree(one, other)[1:], strict=True
            ):
                if not right and (name == "place" or one.actors):
                    yield Mistake(row["id"], f"wrong {name}", head, str(one), str(other))
        for one in gold:
            if all(one is not pair[0] for pair in pairs):
                yield Mistake(row["id"], f"missed {'/'.join(sorted(one.types))}", head, str(one.places), None)
        for one in found:
            if all(one is not pair[1] for pair in pairs):
                yield Mistake(row["id"], f"false {'/'.join(sorted(one.types))}", head, None, str(one.places))


MISTAKES: Mapping[str, Callable[..., Cases]] = {
    "seed": coded,
    "dev": coded,
    "peaceful": peaceful,
    "dates": dates,
    "attribution": attribution,
    "event_place": event_place,
    "isaf": isaf,
    "ged": ged,
    "fakes": fakes,
    "factuality": factuality,
    "control": control,
    "incidents": incidents,
    "replay": replay,
    "capitals": capitals,
    "turning": eval_turning.mistakes,
}


def mistake_lines(name: str, files: Sequence[Path], shown: int) -> Iterator[str]:
    """The cases of a set by kind, the most frequent kind first, `shown` of each from all over the set."""
    kinds: dict[str, list[Mistake]] = {}
    for one in MISTAKES[name](*files):
        kinds.setdefault(one.kind, []).append(one)
    for kind, cases in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        yield f"\n{name}: {kind}: {len(cases)}"
        for one in cases[:shown] if name in WORST_FIRST else _spread(cases, shown):
            yield f"  [{one.report}] coded {one.coded or 'nothing'}; read {one.read or 'nothing'}"
            yield f"    {' '.join(one.quote.split())[:300]}"


def _spread(cases: Sequence[Mistake], shown: int) -> Sequence[Mistake]:
    """Some cases from all over a set, not all of one report."""
    return [cases[len(cases) * number // shown] for number in range(shown)] if len(cases) > shown else cases


def _tuned(path: Path, key: str = "id") -> Iterator[Row]:
    return (row for row in read_rows(path) if half_of(row[key]) == TUNE)


def _around(text: str, at: Span) -> str:
    return f"{text[max(0, at.start - AROUND) : at.start]}*{at.of(text)}*{text[at.end : at.end + AROUND]}"


def _stretch(text: str, words: frozenset[int]) -> str:
    last = eval_attribution.WORD.match(text, max(words)) if words else None
    return text[min(words) : last.end()] if last is not None else ""


def _first(text: str, spans: Sequence[Span]) -> str | None:
    return spans[0].of(text) if spans else None


def _all(text: str, spans: Sequence[Span]) -> str | None:
    return ", ".join(span.of(text) for span in spans) or None
