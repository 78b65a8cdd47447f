"""The record resolved once, whoever of several openings of it asks."""

from __future__ import annotations

from datetime import datetime
from weakref import WeakValueDictionary

from whoholds.database.collecting import at_rest
from whoholds.method import method_name
from whoholds.ontology import parties_held
from whoholds.pipeline import Reads, Resolved, Resolver, resolve_record
from whoholds.store import Store


class Resolving:
    """Resolves one record in one state of its file, since one purge; kept is what is in use."""

    def __init__(self) -> None:
        self._made = WeakValueDictionary[tuple[datetime | None, int, str], Resolved]()

    def resolved(
        self, store: Store, resolver: Resolver, moment: tuple[datetime | None, int], reads: Reads
    ) -> Resolved:
        """What was known at a moment, as recorded at a ledger sequence; `reads` knows what reports told."""
        as_of, recorded = moment
        name = (as_of, recorded, method_name(resolver.gazetteer))
        found = self._made.get(name)
        if found is None:
            with at_rest(), parties_held():
                found = resolve_record(store, resolver, as_of=as_of, recorded=recorded, reads=reads)
            self._made[name] = found
        return found
