-- What format 2 adds.
--------
-- one run at a time may act on a host or a named resource; a row goes with its run's Closed event
CREATE TABLE locks (
  name TEXT NOT NULL PRIMARY KEY,
  shown TEXT NOT NULL,
  run TEXT NOT NULL,
  person TEXT NOT NULL,
  title TEXT NOT NULL,
  since TEXT NOT NULL,
  acted INTEGER NOT NULL CHECK (acted IN (0, 1))
) STRICT
