"""The record of what was reported, claimed and judged: append-only, one file, readable as of any moment."""

from whoholds.store.connection import is_record
from whoholds.store.ledger import Batch
from whoholds.store.store import Store
from whoholds.store.upkeep import Copied, Health, Purged, restore
from whoholds.store.write_reports import Added, text_hash

__all__ = ["Added", "Batch", "Copied", "Health", "Purged", "Store", "is_record", "restore", "text_hash"]
