"""The record and all its answers as one object: `open` a file, add reports, ask who holds which place."""

from whoholds.database.added import Added
from whoholds.database.answer import ControlAnswer
from whoholds.database.database import Database, in_memory, open_database
from whoholds.database.reading import Explained, explain, find_dates, read_claims

__all__ = [
    "Added",
    "ControlAnswer",
    "Database",
    "Explained",
    "explain",
    "find_dates",
    "in_memory",
    "open_database",
    "read_claims",
]
