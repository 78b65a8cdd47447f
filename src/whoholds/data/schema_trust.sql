-- Added in format 3: what is learnt of claimers, and the letters that analysts give them.

CREATE TABLE IF NOT EXISTS fit ( -- learnt from what had been published by `until` (microseconds), no later
    id    INTEGER PRIMARY KEY,
    until INTEGER NOT NULL,
    body  TEXT NOT NULL,                  -- JSON: the cells
    seq   INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;

CREATE TABLE IF NOT EXISTS grade ( -- an analyst's letter for a claimer; 'undo' takes back the last one
    id      INTEGER PRIMARY KEY,
    claimer TEXT NOT NULL,
    letter  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    by_whom TEXT,
    seq     INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;

CREATE TRIGGER IF NOT EXISTS fit_kept BEFORE DELETE ON fit BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER IF NOT EXISTS fit_fixed BEFORE UPDATE ON fit BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER IF NOT EXISTS grade_kept BEFORE DELETE ON grade BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER IF NOT EXISTS grade_fixed BEFORE UPDATE ON grade BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
