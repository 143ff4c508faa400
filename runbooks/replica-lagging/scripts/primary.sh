#!/bin/sh
# Does the primary take writes? Changes nothing: a server that is no replica and is not read-only takes them.
# environment: DATABASE
# Prints JSON: writable, replicas (that stream from it). Nobody answers: another exit than 0.
set -u
DATABASE=${DATABASE:-postgres}

query="
select json_build_object(
  'writable', not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off',
  'replicas', (select count(*) from pg_stat_replication where state = 'streaming'))"
exec runuser -u "${DATABASE_USER:-postgres}" -- timeout -k 1 10 psql -XAtq -v ON_ERROR_STOP=1 -d "$DATABASE" -c "$query"
