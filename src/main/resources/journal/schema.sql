-- The journal's tables. A file is only opened when its schema is this one, statement by statement.
-- Statements are divided by lines of dashes, because triggers contain semicolons.
--------
-- head of each run, changed in the transaction that appends: shows when the last events were taken away
CREATE TABLE runs (
  run TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  hash TEXT NOT NULL
) STRICT
--------
CREATE TABLE events (
  run TEXT NOT NULL REFERENCES runs (run),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  at TEXT NOT NULL,
  json TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (run, sequence)
) STRICT
--------
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
--------
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END
--------
-- also stops INSERT OR REPLACE, which asks no DELETE trigger
CREATE TRIGGER events_come_in_order BEFORE INSERT ON events
WHEN NEW.sequence <> coalesce((SELECT max(sequence) FROM events WHERE run = NEW.run), 0) + 1
BEGIN SELECT RAISE(ABORT, 'events come in order'); END
--------
CREATE TABLE kept (
  sha256 TEXT NOT NULL PRIMARY KEY,
  content BLOB NOT NULL
) STRICT
--------
CREATE TRIGGER kept_is_never_changed BEFORE UPDATE ON kept
BEGIN SELECT RAISE(ABORT, 'kept content is never changed'); END
--------
CREATE TRIGGER kept_is_never_removed BEFORE DELETE ON kept
BEGIN SELECT RAISE(ABORT, 'kept content is never removed'); END
--------
CREATE TABLE owners (
  run TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  pid INTEGER NOT NULL,
  started INTEGER NOT NULL,
  boot_id TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT
--------
CREATE TABLE requests (
  number INTEGER PRIMARY KEY,
  run TEXT NOT NULL,
  kind TEXT NOT NULL,
  person TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT
