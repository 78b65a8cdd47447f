"""Claims that cannot all be true, side by side in a brief, whatever its filter leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from whoholds.control.contradictions import Contradiction, Stand, contradictions
from whoholds.exports.markdown import markdown
from whoholds.picture import ResolvedClaim
from whoholds.wording import says

CITED = 4  # claims behind one sentence at most, newest first


def side_lines(
    recent: Iterable[ResolvedClaim],
    wanted: Mapping[str, ResolvedClaim],
    cite: Callable[[Iterable[ResolvedClaim]], str],
) -> Iterator[str]:
    """The contradictions among all recent claims in which a wanted one stands, a line each.

    Wanted claims are told and cited; of a side that has none it is said what it is, and that it is left out:
    a filter never makes a disputed claim look undisputed.
    """
    told = list(recent)
    for one in contradictions(told):
        named = [wanted[name] for stand in one.stands for name in stand.claims if name in wanted]
        if named:
            sides = "; but ".join(_side(stand, wanted, cite) for stand in _wanted_first(one, wanted))
            yield f"- {markdown(named[0].place_name or '')}: {sides}."


def _wanted_first(one: Contradiction, wanted: Mapping[str, ResolvedClaim]) -> list[Stand]:
    return sorted(one.stands, key=lambda stand: wanted.keys().isdisjoint(stand.claims))


def _side(
    stand: Stand, wanted: Mapping[str, ResolvedClaim], cite: Callable[[Iterable[ResolvedClaim]], str]
) -> str:
    told = [wanted[name] for name in stand.claims if name in wanted][:CITED]
    if not told:
        many = "1 claim that the filters leave out says" if len(stand.claims) == 1 else (
            f"{len(stand.claims)} claims that the filters leave out say"
        )  # fmt: skip
        return f"{many}: {markdown(stand.words)}"
    who = ", ".join(dict.fromkeys(markdown(says(claim)) for claim in told))
    return f"{who}: {markdown(stand.words)}{cite(told)}"
