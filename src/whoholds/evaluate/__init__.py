"""Measuring the product against reports that people coded, and against the truth about who held what.

evaluate_file   a file of coded reports → ClaimScores: start here
score_claims    what was coded and what was found → ClaimScores, a pure function
find_mistakes   what was missed, false or wrong, one by one; mistakes_in_file by kind, of a file
to_table        scores as tables of text; to_dict as plain values

read_trial      coded claims and a truth file → Trial; trial_of of a simulated war
evaluate_trials trials → ControlReport: the method beside simple rules
control_tables  its tables of text; control_values plain values; write_plots the reliability plots
"""

from whoholds.evaluate.coding import CodedClaim, CodedReport, coded_of, read_gold, read_predicted
from whoholds.evaluate.control import ControlReport, control_tables, control_values, evaluate_trials
from whoholds.evaluate.control_plot import write_plots
from whoholds.evaluate.control_trial import Trial, read_trial, trial_of
from whoholds.evaluate.measure import evaluate_file, mistakes_in_file, read_all
from whoholds.evaluate.mistakes import Mistake, find_mistakes
from whoholds.evaluate.scores import ClaimScores, Slot, Tally, score_claims
from whoholds.evaluate.table import Table, to_dict, to_table

__all__ = [
    "ClaimScores",
    "CodedClaim",
    "CodedReport",
    "ControlReport",
    "Mistake",
    "Slot",
    "Table",
    "Tally",
    "Trial",
    "coded_of",
    "control_tables",
    "control_values",
    "evaluate_file",
    "evaluate_trials",
    "find_mistakes",
    "mistakes_in_file",
    "read_all",
    "read_gold",
    "read_predicted",
    "read_trial",
    "score_claims",
    "to_dict",
    "to_table",
    "trial_of",
    "write_plots",
]
