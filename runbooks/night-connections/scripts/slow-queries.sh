#!/bin/sh
# Is the database itself working on something for long? For PostgreSQL. Changes nothing.
# environment: TARGET, PORT, DB_USER, WAIT (seconds); the password, where one is needed, is in ~/.pgpass
# Prints JSON: slow (queries that have run for longer than WAIT), sessions.
set -u
TARGET=${TARGET:?} PORT=${PORT:-5432} DB_USER=${DB_USER:-postgres} WAIT=${WAIT:-30}

PGCONNECT_TIMEOUT=4 timeout -k 1 8 psql -XAtq -w -h "$TARGET" -p "$PORT" -U "$DB_USER" -d postgres -v wait="$WAIT" <<'SQL'
select json_build_object(
  'slow', count(*) filter (where state = 'active' and now() - query_start > make_interval(secs => :wait)),
  'sessions', count(*))
from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid();
SQL
