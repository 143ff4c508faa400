-- What format 3 adds.
--------
-- how often runs changed hands, counted over all runs of the file; a row stays when its run is released
CREATE TABLE epochs (
  run TEXT NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL UNIQUE CHECK (epoch > 0),
  person TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT
--------
CREATE TRIGGER epochs_only_rise BEFORE UPDATE ON epochs
WHEN NEW.run <> OLD.run OR NEW.epoch <= OLD.epoch
BEGIN SELECT RAISE(ABORT, 'epochs only rise'); END
--------
CREATE TRIGGER epochs_are_never_removed BEFORE DELETE ON epochs
BEGIN SELECT RAISE(ABORT, 'epochs are never removed'); END
--------
-- tells the fences of this journal's runs on hosts from those of others
CREATE TABLE installation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL DEFAULT (lower(hex(randomblob(16))))
) STRICT
--------
-- runs that were closed with an outcome unknown: their locks stay until that is found out
CREATE TABLE unresolved (
  run TEXT NOT NULL PRIMARY KEY
) STRICT
