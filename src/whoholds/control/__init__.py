"""From resolved claims to who holds a place: evidence, redundancy, chain, and the words for the result."""

from whoholds.control.assess import Question, assess_control, chance_without, without
from whoholds.control.case import Setting

__all__ = ["Question", "Setting", "assess_control", "chance_without", "without"]
