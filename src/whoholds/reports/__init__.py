"""Taking in reports: text, Markdown, JSON Lines; claims coded by people; baselines."""

from whoholds.reports.baseline import read_baseline
from whoholds.reports.coded import read_coded, read_codings
from whoholds.reports.dates import parse_published
from whoholds.reports.found import Found, Given, Reader, Rejected, Skipped
from whoholds.reports.plain import read_text_report
from whoholds.reports.reading import READERS, read_reports

__all__ = [
    "READERS",
    "Found",
    "Given",
    "Reader",
    "Rejected",
    "Skipped",
    "parse_published",
    "read_baseline",
    "read_coded",
    "read_codings",
    "read_reports",
    "read_text_report",
]
