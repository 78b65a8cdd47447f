-- The index beside a record: derived from it, deletable at any time. Moments are
-- microseconds since 1970, UTC. Each `body` is packed JSON with a sum.

CREATE TABLE about (            -- under which method, up to which rows of the record, and which record
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (          -- what a report told from one ledger sequence until before another
    id         INTEGER PRIMARY KEY,
    report     INTEGER NOT NULL,          -- the record's number of it
    key        TEXT NOT NULL,
    known      INTEGER NOT NULL,
    day        TEXT,                      -- of publication
    from_seq   INTEGER NOT NULL,
    until_seq  INTEGER NOT NULL,
    state      TEXT NOT NULL              -- which date, extraction and verdicts it stands on
) STRICT;
CREATE INDEX reading_report ON reading (report, until_seq);
CREATE INDEX reading_day ON reading (day, known, from_seq, until_seq);

CREATE TABLE told (             -- the claims of a reading at one place, resolved
    place   TEXT NOT NULL,
    known   INTEGER NOT NULL,             -- when the first of them became known
    latest  INTEGER NOT NULL,             -- when the last of them did
    reading INTEGER NOT NULL,
    name    TEXT,                         -- of the place; NULL where no gazetteer knows it
    body    BLOB NOT NULL,
    PRIMARY KEY (place, known, reading)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_reading ON told (reading);

CREATE TABLE named (            -- the places that claims were ever about, by name
    folded  TEXT NOT NULL,                -- the name made comparable
    place   TEXT NOT NULL,
    name    TEXT NOT NULL,
    country TEXT NOT NULL,                -- '' for a place in none
    PRIMARY KEY (folded, place, name, country)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_country ON named (country, place);
CREATE INDEX named_place ON named (place, name);

CREATE TABLE story (            -- what tells whose story a report is, where something does
    report  INTEGER PRIMARY KEY,          -- the record's number of it
    others  INTEGER NOT NULL,             -- 1 where it may be another's: it credits an agency, or shares runs
    body    BLOB NOT NULL
) STRICT;

CREATE TABLE run (              -- hashes of runs of words, by which copies are found
    hash    INTEGER NOT NULL,
    report  INTEGER NOT NULL,
    PRIMARY KEY (hash, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_report ON run (report);

CREATE TABLE nowhere (          -- the claims and silences of a reading that are at no place
    reading INTEGER PRIMARY KEY,
    body    BLOB NOT NULL
) STRICT;

CREATE TABLE silent (           -- who is said not to have commented, by place
    place   TEXT NOT NULL,
    known   INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    body    BLOB NOT NULL
) STRICT;
CREATE INDEX silent_place ON silent (place, known);
CREATE INDEX silent_reading ON silent (reading);

CREATE TABLE back (             -- what was taken back, by place
    place   TEXT NOT NULL,
    known   INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    body    BLOB NOT NULL
) STRICT;
CREATE INDEX back_place ON back (place, known);
CREATE INDEX back_reading ON back (reading);

CREATE TABLE change (           -- changes of hands that were claimed, by country and the day they speak of
    country TEXT NOT NULL,                -- '' for a place in none
    spot    TEXT NOT NULL,                -- where it was: degrees and the province
    day     TEXT NOT NULL,
    known   INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    place   TEXT NOT NULL
) STRICT;
CREATE INDEX change_day ON change (country, day, known, reading, place);
CREATE INDEX change_spot ON change (country, spot, day, known, reading, place);
CREATE INDEX change_place ON change (place, country);
CREATE INDEX change_reading ON change (reading);

CREATE TABLE page (             -- the page of the newest state of the record, as it was made last
    name    TEXT NOT NULL,                -- of all that it hangs on
    part    TEXT NOT NULL,                -- a frame, or the part of a place
    body    BLOB NOT NULL,
    PRIMARY KEY (name, part)
) STRICT;
