"""Measuring the product against reports that people coded.

evaluate_file   a file of coded reports → ClaimScores: start here
score_claims    what was coded and what was found → ClaimScores, a pure function
find_mistakes   what was missed, false or wrong, one by one; mistakes_in_file by kind, of a file
to_table        scores as tables of text; to_dict as plain values
"""

from whoholds.evaluate.coding import CodedClaim, CodedReport, coded_of, read_gold, read_predicted
from whoholds.evaluate.measure import evaluate_file, mistakes_in_file, read_all
from whoholds.evaluate.mistakes import Mistake, find_mistakes
from whoholds.evaluate.scores import ClaimScores, Slot, Tally, score_claims
from whoholds.evaluate.table import Table, to_dict, to_table

__all__ = [
    "ClaimScores",
    "CodedClaim",
    "CodedReport",
    "Mistake",
    "Slot",
    "Table",
    "Tally",
    "coded_of",
    "evaluate_file",
    "find_mistakes",
    "mistakes_in_file",
    "read_all",
    "read_gold",
    "read_predicted",
    "score_claims",
    "to_dict",
    "to_table",
]
