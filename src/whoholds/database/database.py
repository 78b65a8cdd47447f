"""`Database`: the record in one file, and every question to it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from whoholds.claims.rules import EXTRACTOR, extract
from whoholds.database.lookup import claim_named, find_place
from whoholds.database.moments import Day, Moment, day_of, moment_of
from whoholds.database.answer import ControlAnswer
from whoholds.database.reading import published_of
from whoholds.database.view import View
from whoholds.dossier import Change, Dossier, Entry, changes, timeline
from whoholds.control.contradictions import Contradiction, contradictions
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.gazetteer.user import read_places
from whoholds.model import Coded, EventType, Extraction, Judgement, Place, Published, Report, Verdict, content_key
from whoholds.picture import Judged, Picture, ResolvedClaim
from whoholds.pipeline import Ingested, Resolver, ingest, ingest_coded, own_gazetteer, resolve_record
from whoholds.reports import Given, Rejected, Skipped, read_baseline, read_coded, read_reports, read_text_report
from whoholds.reports.found import Found
from whoholds.store import Copied, Health, Purged, Store

VIEWS = 24  # states of knowledge kept with all their answers
Done = Ingested | Rejected | Skipped


@dataclass(frozen=True, slots=True)
class Added:
    """What an adding did, in numbers: reports new, known before, given a date, rejected, skipped; claims read.

    `problems` are the rejected ones.
    """

    new: int = 0
    known: int = 0
    dated: int = 0
    rejected: int = 0
    skipped: int = 0
    claims: int = 0
    problems: tuple[Rejected, ...] = ()

    @classmethod
    def of(cls, done: Iterable[Done]) -> Added:
        """The sum over what was done; going through it does it."""
        total = cls()
        for one in done:
            if isinstance(one, Rejected):
                total = replace(total, rejected=total.rejected + 1, problems=(*total.problems, one))
            elif isinstance(one, Skipped):
                total = replace(total, skipped=total.skipped + 1)
            else:
                claims = len(one.extraction.claims) if one.extraction is not None else 0
                total = replace(
                    total, new=total.new + one.new, known=total.known + (not one.new),
                    dated=total.dated + one.dated, claims=total.claims + claims,
                )  # fmt: skip
        return total
