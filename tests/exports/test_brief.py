"""The brief: every sentence carries its claims, every claim its quotation."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from factories import make_figure
from selections import ON, make_selection, with_claim

from whoholds.control import Question, Setting, assess_control
from whoholds.control.hypothetical import would_change
from whoholds.exports.brief import Brief, write_brief
from whoholds.exports.brief_grounds import grounds_of
from whoholds.exports.filters import Filter
from whoholds.exports.markdown import markdown
from whoholds.model import Claim, Days, Estimate, Figure
from whoholds.picture import Picture

CITED = re.compile(r"\[c:([^\]]{1,8})\]")


def make_brief(picture: Picture | None = None, *, public: bool = True) -> str:
    selection = make_selection(picture)
    shown = selection.picture
    week_before = Question(ON.replace(day=8))
    before = [
        assess_control(state.place, list(shown.claims.values()), week_before, Setting("Afghan government"))
        for state in selection.states
    ]
    around = {state.place.id: Setting("Afghan government") for state in selection.states}
    states = tuple(selection.states)
    return write_brief(Brief(shown, states, tuple(before), ON, public=public, settings=around))


def parts(brief: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in brief.splitlines():
        if line.startswith("## "):
            found[line[3:]] = []
        elif line.startswith("- "):
            found[list(found)[-1]].append(line)
    return found


def test_every_sentence_carries_claims_that_are_quoted_at_the_end() -> None:
    sections = parts(make_brief())
    quoted = [CITED.findall(line)[0] for line in sections.pop("Quotations")]
    sentences = [line for lines in sections.values() for line in lines]
    assert len(sentences) >= 4
    assert all(CITED.search(line) for line in sentences)
    assert {name for line in sentences for name in CITED.findall(line)} == set(quoted)
    assert len(quoted) == len(set(quoted))


def test_it_says_that_these_are_reports() -> None:
    head = make_brief().splitlines()[:6]
    assert head[0] == "# Situation on 15 August 2021"
    assert any("not verified facts" in line for line in head)


def test_what_changed_is_told_with_who_says_so() -> None:
    (mazar,) = [line for line in parts(make_brief())["Changes since 8 August 2021"] if "Mazar" in line]
    assert "held by Taliban" in mazar
    assert "Two residents reached by telephone say: captured (Taliban)" in mazar
    assert "governor of Balkh" in mazar


def test_harm_is_a_range_over_what_is_told() -> None:
    figure = replace(make_figure(20, who="civilians"), estimate=Estimate(20, 20, None))
    picture = with_claim(-1, claim=_last_with(figure))
    (line,) = parts(make_brief(picture))["Civilian harm"]
    assert "civilians killed, 20 or more" in line


def _last_with(figure: Figure) -> Claim:
    picture = make_selection().picture
    return replace(list(picture.claims.values())[-1].claim, figures=(figure,))


@pytest.mark.parametrize("public", [True, False])
def test_private_names(public: bool) -> None:
    picture = with_claim(-2, claimer="Abdul Karim", quote="Mazar fell, Abdul Karim said.")
    assert ("Karim" in make_brief(picture, public=public)) is not public


def test_a_word_without_an_end_is_cut() -> None:
    told = make_brief(with_claim(-2, quote=f"Mazar fell, {'o' * 60_000}."))
    assert "Mazar fell, ooo" in told
    assert max(map(len, told.split())) < 4_100


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("<script>", "\\<script\\>"),
        ("*bold* [link](x)", "\\*bold\\* \\[link\\](x)"),
        ("one\n# two", "one \\# two"),
        ("\u202egnp\x1b[31m", "gnp\\[31m"),
    ],
)
def test_words_of_reports_are_no_markup(words: str, written: str) -> None:
    assert markdown(words) == written


def test_an_empty_record_has_an_empty_brief() -> None:
    picture = replace(make_selection().picture, claims={}, by_place={})
    written = write_brief(Brief(picture, (), (), ON))
    assert parts(written) == {title: [] for title in parts(written)}
    assert "Nothing known is reported." in written


def test_what_would_change_an_unsettled_place_is_told_as_supposed() -> None:
    lines = parts(make_brief())["What would change it"]
    assert lines
    assert all("Supposed, and reported by nobody: if " in line for line in lines)
    assert not [line for line in lines if ": held by" in line.split("Supposed")[0]]


def test_what_is_supposed_is_what_the_method_says() -> None:
    selection = make_selection()
    lines = "\n".join(parts(make_brief())["What would change it"])
    told = [state for state in selection.states if f"**{state.place.name}**" in lines]
    assert told
    for state in told:
        claims = [selection.picture.claims[name] for name in selection.picture.by_place[state.place.id]]
        for one in would_change(state, claims, Setting("Afghan government"))[:3]:
            assert f"({one.state.probability:.2f})" in lines or one.state.status == "unknown"


@pytest.mark.parametrize(
    ("party", "told"),
    [
        (None, [" says: Taliban holds it", " says: Afghan government holds it"]),
        ("Taliban", [" says: Taliban holds it", "1 claim that the filters leave out says: Afghan"]),
        ("Anti-Taliban fighters", []),
    ],
)
def test_a_filter_obeys_and_hides_no_contradiction(party: str | None, told: list[str]) -> None:
    picture = with_claim(-1, actor="Taliban", recipient=None, claimer="somebody", days=Days(ON, ON))
    first, last = next(iter(picture.claims)), list(picture.claims.values())[-1]
    other = replace(last, id=first, actor="Afghan government", outlet="Other")
    picture = replace(picture, claims={**picture.claims, first: other})
    wanted = Filter(party=party)
    written = write_brief(Brief(picture, (), (), ON, filter=wanted, asked="" if party is None else "Only"))
    lines = parts(written)["Contradictions"]
    assert len(lines) == bool(told)
    assert all(words in line for line in lines for words in told)
    assert ("that the filters leave out" in written) == (party == "Taliban")


def test_what_speaks_for_a_state_and_is_left_out_is_counted_and_nothing_else_stands_for_it() -> None:
    selection = make_selection()
    claims = selection.picture.claims
    state = next(state for state in selection.states if state.holder and state.evidence)
    every = grounds_of(state, ON, claims, claims)
    rest = {name: claim for name, claim in claims.items() if claim not in every.told}
    none = grounds_of(state, ON, rest, claims)
    assert (bool(every.told), every.left_words()) == (True, "")
    assert (none.told, none.left_out) == ((), len(every.told))
    assert none.left_words().endswith(" speaks for it" if none.left_out == 1 else " speak for it")


def test_who_lost_a_place_and_is_not_heard_is_named_under_silence() -> None:
    heard = parts(make_brief(with_claim(-1, side=None)))["Silence"]
    assert all(line.startswith("- ") for line in heard)
    assert any("on it was read in these reports" in line for line in heard)
