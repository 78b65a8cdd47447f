-- The record, format 1. Rows are added and never changed; what is derived from them is not stored here.
-- Moments (`recorded_at`, `known_from`) are whole microseconds since 1970-01-01 UTC.

CREATE TABLE batch (            -- the ledger: one row for each transaction that recorded something
    seq          INTEGER PRIMARY KEY,
    recorded_at  INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    code_version TEXT NOT NULL
) STRICT;

CREATE TABLE text (             -- each text once, however many outlets printed it
    id         INTEGER PRIMARY KEY,
    hash       BLOB NOT NULL UNIQUE,      -- SHA-256 of the UTF-8 text
    body       BLOB,                      -- zstd; NULL once purged
    characters INTEGER NOT NULL
) STRICT;

CREATE TABLE report (           -- identity: text, outlet, address
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    text    INTEGER NOT NULL REFERENCES text (id),
    outlet  TEXT,
    address TEXT,
    title   TEXT,
    name    TEXT,
    kind    TEXT NOT NULL,
    seq     INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;
CREATE INDEX report_name ON report (name) WHERE name IS NOT NULL;
CREATE INDEX report_text ON report (text);

CREATE TABLE report_date (      -- a date given later is another row: the newest one counts
    id         INTEGER PRIMARY KEY,
    report     INTEGER NOT NULL REFERENCES report (id),
    day        TEXT NOT NULL,
    at         TEXT,
    origin     TEXT NOT NULL,
    known_from INTEGER NOT NULL,
    seq        INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;
CREATE INDEX report_date_newest ON report_date (report, id, seq, known_from, day, at, origin);

CREATE TABLE extraction (       -- what one version of one extractor (or one coder) read in one report
    id        INTEGER PRIMARY KEY,
    report    INTEGER NOT NULL REFERENCES report (id),
    extractor TEXT NOT NULL,
    coded     INTEGER NOT NULL CHECK (coded IN (0, 1)),
    not_read  TEXT,
    others    TEXT,                       -- JSON: silences, retractions, unread
    seq       INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;
CREATE INDEX extraction_counts ON extraction (report, coded, extractor, id, seq);
CREATE INDEX extraction_extractor ON extraction (extractor, report);

CREATE TABLE claim (            -- one reading of what was said; `key` is the claim's identity
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES report (id),
    body   TEXT NOT NULL                  -- JSON
) STRICT;
CREATE INDEX claim_key ON claim (key);
CREATE INDEX claim_report ON claim (report);

CREATE TABLE extraction_claim ( -- which readings an extraction consists of, in its order
    extraction INTEGER NOT NULL REFERENCES extraction (id),
    position   INTEGER NOT NULL,
    claim      INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (extraction, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pin (              -- the extractor that counts before the newest; NULL takes the pin back
    id        INTEGER PRIMARY KEY,
    extractor TEXT,
    seq       INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;

CREATE TABLE judgement (
    id      INTEGER PRIMARY KEY,
    claim   TEXT NOT NULL,                -- a claim's key: a judgement outlives the extraction it was made on
    verdict TEXT NOT NULL,
    reason  TEXT NOT NULL,
    by_whom TEXT,
    amended TEXT,                         -- JSON
    seq     INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;
CREATE INDEX judgement_claim ON judgement (claim, id);

CREATE TABLE place (            -- the user's own; the newest row of an id counts
    id        INTEGER PRIMARY KEY,
    place     TEXT NOT NULL,
    body      TEXT NOT NULL,              -- JSON
    spellings TEXT NOT NULL,              -- JSON list
    seq       INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;
CREATE INDEX place_newest ON place (place, id);

CREATE TABLE place_merge (
    id    INTEGER PRIMARY KEY,
    place TEXT NOT NULL,
    into_ TEXT NOT NULL,
    seq   INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;

CREATE TABLE tombstone (        -- a purged report: its text and quotations are blank, it no longer counts
    report INTEGER PRIMARY KEY REFERENCES report (id),
    reason TEXT NOT NULL,
    seq    INTEGER NOT NULL REFERENCES batch (seq)
) STRICT;

CREATE VIRTUAL TABLE report_words USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

-- Append-only. The one exception is a purge, which must have left its tombstone first, and may only blank.

CREATE TRIGGER batch_kept BEFORE DELETE ON batch BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER batch_fixed BEFORE UPDATE ON batch BEGIN SELECT raise(ABORT, 'the record is append-only'); END;

CREATE TRIGGER text_kept BEFORE DELETE ON text BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER text_fixed BEFORE UPDATE ON text
WHEN NEW.body IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.hash IS NOT OLD.hash
    OR NEW.characters IS NOT OLD.characters
    OR EXISTS (SELECT 1 FROM report WHERE text = OLD.id AND id NOT IN (SELECT report FROM tombstone))
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;

CREATE TRIGGER report_kept BEFORE DELETE ON report BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER report_fixed BEFORE UPDATE ON report
WHEN NEW.title IS NOT NULL OR NEW.name IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.key IS NOT OLD.key
    OR NEW.text IS NOT OLD.text OR NEW.outlet IS NOT OLD.outlet OR NEW.address IS NOT OLD.address
    OR NEW.kind IS NOT OLD.kind OR NEW.seq IS NOT OLD.seq
    OR NOT EXISTS (SELECT 1 FROM tombstone WHERE report = OLD.id)
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;

CREATE TRIGGER report_date_kept BEFORE DELETE ON report_date BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER report_date_fixed BEFORE UPDATE ON report_date BEGIN SELECT raise(ABORT, 'the record is append-only'); END;

CREATE TRIGGER extraction_kept BEFORE DELETE ON extraction BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER extraction_fixed BEFORE UPDATE ON extraction
WHEN NEW.others IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.report IS NOT OLD.report
    OR NEW.extractor IS NOT OLD.extractor OR NEW.coded IS NOT OLD.coded
    OR NEW.not_read IS NOT OLD.not_read OR NEW.seq IS NOT OLD.seq
    OR NOT EXISTS (SELECT 1 FROM tombstone WHERE report = OLD.report)
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;

CREATE TRIGGER claim_kept BEFORE DELETE ON claim BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER claim_fixed BEFORE UPDATE ON claim
WHEN NEW.body <> '' OR NEW.id IS NOT OLD.id OR NEW.key IS NOT OLD.key OR NEW.report IS NOT OLD.report
    OR NOT EXISTS (SELECT 1 FROM tombstone WHERE report = OLD.report)
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;

CREATE TRIGGER extraction_claim_kept BEFORE DELETE ON extraction_claim BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER extraction_claim_fixed BEFORE UPDATE ON extraction_claim BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER pin_kept BEFORE DELETE ON pin BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER pin_fixed BEFORE UPDATE ON pin BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER judgement_fixed BEFORE UPDATE ON judgement BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER place_kept BEFORE DELETE ON place BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER place_fixed BEFORE UPDATE ON place BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER place_merge_kept BEFORE DELETE ON place_merge BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER place_merge_fixed BEFORE UPDATE ON place_merge BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER tombstone_kept BEFORE DELETE ON tombstone BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER tombstone_fixed BEFORE UPDATE ON tombstone BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
