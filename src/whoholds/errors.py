"""The errors whoholds raises, in one small tree.

    WhoholdsError
    ├── InputError      something given could not be read: the message says what, why and what to do
    ├── StoreError      the file of records could not be opened, written or trusted
    ├── DataError       a data file of the product (ontology, lexicon, gazetteer) is not as it must be
    └── NotFoundError   a name (place, claim, party) that nothing recorded answers to

Every message is one sentence or two for a person. `exit_code` is what the command line returns.
"""


class WhoholdsError(Exception):
    """Base of all errors that the product raises on purpose."""

    exit_code = 1


class InputError(WhoholdsError):
    """Something given by the user could not be read; nothing of it was recorded."""

    exit_code = 3


class StoreError(WhoholdsError):
    """The file of records could not be opened, written or trusted."""

    exit_code = 4


class NotFoundError(WhoholdsError):
    """A name that nothing recorded answers to."""

    exit_code = 5


class DataError(WhoholdsError):
    """A data file of the product or of the user is not as it must be."""

    exit_code = 6
