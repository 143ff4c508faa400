#!/bin/sh
# Cancels the queries on this replica that run for QUERY_SECONDS or longer; their connections stay.
# environment: DATABASE, QUERY_SECONDS
set -u
DATABASE=${DATABASE:-postgres} QUERY_SECONDS=${QUERY_SECONDS:-600}

query="select pid, pg_cancel_backend(pid) from pg_stat_activity
where backend_type = 'client backend' and pid <> pg_backend_pid()
  and xact_start < now() - make_interval(secs => $QUERY_SECONDS)"
exec runuser -u "${DATABASE_USER:-postgres}" -- \
    timeout -k 1 20 psql -XAtq -v ON_ERROR_STOP=1 -d "$DATABASE" -c "$query"
