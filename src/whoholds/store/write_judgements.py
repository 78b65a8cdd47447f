"""Adding what the analyst says: judgements, places of their own, the extractor that counts."""

from __future__ import annotations

from collections.abc import Iterable

from whoholds.errors import InputError, NotFoundError
from whoholds.model import Judgement, Place, Verdict
from whoholds.store import codec
from whoholds.store.ledger import Batch


def add_judgement(batch: Batch, judgement: Judgement) -> bool:
    """Record a verdict on a claim; False where it is the newest on that claim already.

    Raises NotFoundError for a claim that is not recorded, InputError for an amendment without values, and for
    undoing where there is nothing to undo.
    """
    if not batch.connection.execute(
        "SELECT EXISTS (SELECT 1 FROM claim WHERE key = ? AND body <> '')", (judgement.claim,)
    ).get:
        raise NotFoundError(
            f"No claim {judgement.claim} is recorded. Ask for the claims of a place to see their ids."
        )
    if (judgement.verdict is Verdict.AMEND) != (judgement.amended is not None):
        raise InputError(
            "An amendment needs the values it puts in place of the claim's, and only an amendment has them."
        )
    amended = codec.to_text(codec.coded_to_json(judgement.amended)) if judgement.amended is not None else None
    row = (judgement.claim, judgement.verdict.value, judgement.reason, judgement.by, amended)
    newest = batch.connection.execute(
        "SELECT claim, verdict, reason, by_whom, amended FROM judgement WHERE claim = ? "
        "ORDER BY id DESC LIMIT 1",
        (judgement.claim,),
    ).fetchone()
    if judgement.verdict is Verdict.UNDO:
        _check_undo(batch, judgement.claim)
    elif newest == row:
        return False
    batch.insert(
        "INSERT INTO judgement (claim, verdict, reason, by_whom, amended, seq) VALUES (?, ?, ?, ?, ?, ?)",
        (*row, batch.seq),
    )
    return True


def _check_undo(batch: Batch, claim: str) -> None:
    left = 0
    for (verdict,) in batch.connection.execute(
        "SELECT verdict FROM judgement WHERE claim = ? ORDER BY id", (claim,)
    ):
        left = max(0, left - 1) if verdict == Verdict.UNDO.value else left + 1
    if not left:
        raise InputError(f"Nothing that was judged on the claim {claim} is left to undo.")


def add_place(batch: Batch, place: Place, spellings: Iterable[str]) -> bool:
    """Record a place of the user's own; False where it is known just so."""
    row = (place.id, codec.to_text(codec.place_to_json(place)), codec.to_text(sorted(set(spellings))))
    newest = batch.connection.execute(
        "SELECT place, body, spellings FROM place WHERE place = ? ORDER BY id DESC LIMIT 1", (place.id,)
    ).fetchone()
    if newest == row:
        return False
    batch.insert("INSERT INTO place (place, body, spellings, seq) VALUES (?, ?, ?, ?)", (*row, batch.seq))
    return True


def merge_place(batch: Batch, place: str, into: str) -> bool:
    """Record that two places are one; False where that is known. Raises NotFoundError."""
    known = batch.connection.execute("SELECT EXISTS (SELECT 1 FROM place WHERE place = ?)", (place,)).get
    if not known:
        raise NotFoundError(f"No place {place} of your own is recorded, so it cannot be merged into {into}.")
    if place == into:
        raise InputError(f"The place {place} cannot be merged into itself. Name the place it is the same as.")
    newest = batch.connection.execute(
        "SELECT into_ FROM place_merge WHERE place = ? ORDER BY id DESC LIMIT 1", (place,)
    ).get
    if newest == into:
        return False
    batch.insert("INSERT INTO place_merge (place, into_, seq) VALUES (?, ?, ?)", (place, into, batch.seq))
    return True


def add_pin(batch: Batch, extractor: str | None) -> bool:
    """Record that this extractor counts before the newest; None takes the pin back."""
    newest = batch.connection.execute("SELECT extractor FROM pin ORDER BY id DESC LIMIT 1").get
    if newest == extractor:
        return False
    batch.insert("INSERT INTO pin (extractor, seq) VALUES (?, ?)", (extractor, batch.seq))
    return True
