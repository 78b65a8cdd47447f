"""Whose outlet tells a claim: that of a state or of an armed group."""

from __future__ import annotations

import re

from whoholds.lexicon import read_lexicon
from whoholds.model import Report
from whoholds.ontology import parties


def side_of_state_media(said: str, country: str | None, report: Report) -> str | None:
    """The government whose outlet the words name; of the country in focus for "state television"."""
    listed = read_lexicon("en", "sides")
    for outlet, of_state in listed["state_media"]["countries"].items():
        if re.search(rf"\b{re.escape(outlet)}\b", said, 0 if of_state else re.IGNORECASE):
            return governing(of_state or country or "", report)
    named = (party for outlet, party in listed["party_media"]["parties"].items() if outlet in said)
    return next(named, None)


def side_of_outlet(report: Report) -> str | None:
    """The party that a report's outlet speaks for, where it is one of a state or of an armed group."""
    name = (report.outlet or "").removeprefix("The ")
    listed = read_lexicon("en", "sides")
    if country := listed["state_media"]["countries"].get(name):
        return governing(country, report)
    party: str | None = listed["party_media"]["parties"].get(name)
    return party


def governing(country: str, report: Report) -> str | None:
    """The government of a country on the day of a report."""
    governing = parties().governments(country, report.published.day if report.published else None)
    return governing[0].name if governing else None
