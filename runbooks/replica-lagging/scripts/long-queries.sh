#!/bin/sh
# The queries on this replica that run for QUERY_SECONDS or longer: who, since when, what. Changes nothing.
# environment: DATABASE, QUERY_SECONDS
set -u
DATABASE=${DATABASE:-postgres} QUERY_SECONDS=${QUERY_SECONDS:-600}

query="select pid, usename, client_addr, xact_start, left(query, 500) from pg_stat_activity
where backend_type = 'client backend' and pid <> pg_backend_pid()
  and xact_start < now() - make_interval(secs => $QUERY_SECONDS) order by xact_start"
exec runuser -u "${DATABASE_USER:-postgres}" -- timeout -k 1 20 psql -Xq -d "$DATABASE" -c "$query"
