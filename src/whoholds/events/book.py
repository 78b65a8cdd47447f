"""Events of a record that grows: what a new claim does not touch is not fused again.

Claims fall into blocks (a group of event types at a town and what lies in it); an event never has claims of
two. A block with the same claims as before gives the same events, so what is kept of it stands: after a new
report, a retraction or a verdict only the blocks of their claims are fused again. Forgetting changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from whoholds.events.fuse import blocks_of, fuse_block, in_order
from whoholds.picture import Event, ResolvedClaim

MOST = 200_000  # claims of blocks that were not asked for since as many others were: those may be forgotten
Block = tuple[ResolvedClaim, ...]
_Kept = dict[tuple[str, ...], tuple[Block, tuple[Event, ...]]]


class EventBook:
    """`fuse_events`, block by block; `fused` counts the blocks that were fused in all."""

    def __init__(self) -> None:
        self.fused = 0
        self._lately: _Kept = {}
        self._before: _Kept = {}
        self._claims = 0

    def events(self, claims: Sequence[ResolvedClaim]) -> tuple[Event, ...]:
        """The events that claims add up to, as `fuse_events` gives them."""
        found = [event for block in blocks_of(claims) for event in self._of(tuple(block))]
        return tuple(sorted(found, key=in_order))

    def _of(self, block: Block) -> tuple[Event, ...]:
        key = tuple(claim.id for claim in block)
        kept = self._lately.get(key) or self._before.get(key)
        if kept is None or kept[0] != block:
            kept = (block, fuse_block(block))
            self.fused += 1
        if key not in self._lately:
            self._claims += len(block)
            if self._claims > MOST:
                self._lately, self._before, self._claims = {}, self._lately, len(block)
        self._lately[key] = kept
        return kept[1]
