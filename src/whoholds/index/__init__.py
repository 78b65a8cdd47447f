"""The index: what reports tell of each place, kept beside the record so that one place is answered at once.

It holds nothing that the record does not give: deleted, absent or made anew, every answer is the same.
"""

import apsw

from whoholds.index.answering import Indexed
from whoholds.index.keeping import Index
from whoholds.index.reads import ReadsInIndex
from whoholds.store.trouble import DamageError

FAULTS = (apsw.Error, DamageError)
"""What asking an index raises that cannot be read: then the whole record is asked."""

__all__ = ["FAULTS", "Index", "Indexed", "ReadsInIndex"]
