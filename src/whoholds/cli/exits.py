"""What the exit codes mean."""

from __future__ import annotations

STOPPED = 130  # what a shell expects of a program stopped by Ctrl-C

EXIT_CODES = {
    0: "done",
    1: "another error, such as an output file that cannot be written",
    2: "the command, its options or a date in them are wrong",
    3: "something given could not be read; with `add` and `claims --batch`, the rest of it was read",
    4: "the file of records could not be opened, written or trusted, or the disk is full",
    5: "nothing known answers to a name (place, claim, report); a known place without reports is unknown",
    6: "a data file of whoholds is damaged or missing",
    STOPPED: "stopped by Ctrl-C; what was said to be recorded is recorded",
}
