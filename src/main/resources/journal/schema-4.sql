-- What format 4 adds.
--------
-- journals that were damaged and put aside before this one was begun
CREATE TABLE predecessors (
  folder TEXT NOT NULL PRIMARY KEY,
  sums TEXT NOT NULL,
  heads TEXT NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT
--------
CREATE TRIGGER predecessors_never_change BEFORE UPDATE ON predecessors
BEGIN SELECT RAISE(ABORT, 'predecessors never change'); END
--------
CREATE TRIGGER predecessors_are_never_removed BEFORE DELETE ON predecessors
BEGIN SELECT RAISE(ABORT, 'predecessors are never removed'); END
