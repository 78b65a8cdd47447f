"""The errors whoholds raises, in one small tree.

    WhoholdsError
    ├── InputError      something given could not be read: the message says what, why and what to do
    │   └── ExtraError  what is asked for needs a part of the product that is not installed
    ├── StoreError      the file of records could not be opened, written or trusted
    ├── DataError       a data file of the product (ontology, lexicon, gazetteer) is not as it must be
    └── NotFoundError   a name (place, claim, party) that nothing recorded answers to

Every message is one sentence or two for a person; of a file that is taken whole or not at all, one for each
mistake, a line each. `exit_code` is what the command line returns.
"""

from __future__ import annotations

from collections.abc import Sequence

MISTAKES_TOLD = 10


class WhoholdsError(Exception):
    """Base of all errors that the product raises on purpose."""

    exit_code = 1


class InputError(WhoholdsError):
    """Something given by the user could not be read; nothing of it was recorded."""

    exit_code = 3

    @classmethod
    def of_whole_file(cls, mistakes: Sequence[str]) -> InputError:
        """One error for all mistakes in a file of which nothing is taken; the first ten are told."""
        told = list(mistakes[:MISTAKES_TOLD])
        if len(mistakes) > MISTAKES_TOLD:
            told.append(f"… and {len(mistakes) - MISTAKES_TOLD:,} more.")
        return cls("\n".join((*told, "Nothing was taken: such a file is taken whole, or not at all.")))


class ExtraError(InputError):
    """What is asked for needs a part of the product, or of the machine, that is not installed."""


class StoreError(WhoholdsError):
    """The file of records could not be opened, written or trusted."""

    exit_code = 4


class NotFoundError(WhoholdsError):
    """A name that nothing recorded answers to."""

    exit_code = 5


class DataError(WhoholdsError):
    """A data file of the product or of the user is not as it must be."""

    exit_code = 6
