#!/bin/sh
# How far behind is this replica? Changes nothing.
# environment: DATABASE; PGHOST and PGPORT as psql knows them
# Prints JSON: lag_seconds (0 when all that came is replayed), paused, receiving, oldest_query_seconds (0: none).
# Not a replica, or nobody answers: another exit than 0.
set -u
DATABASE=${DATABASE:-postgres}

query="
select json_build_object(
  'lag_seconds', case when receiving and replayed then 0 else coalesce(extract(epoch from now() - seen)::bigint, 0) end,
  'paused', pg_is_wal_replay_paused(),
  'receiving', receiving,
  'oldest_query_seconds', oldest)
from (select
  exists (select from pg_stat_wal_receiver where status = 'streaming') as receiving,
  coalesce(pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn(), false) as replayed,
  pg_last_xact_replay_timestamp() as seen,
  (select coalesce(max(extract(epoch from now() - xact_start)), 0)::bigint from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()) as oldest) as now_here"

# shellcheck disable=SC2016
exec runuser -u "${DATABASE_USER:-postgres}" -- timeout -k 1 10 psql -XAtq -v ON_ERROR_STOP=1 -d "$DATABASE" -c "$query"
