#!/bin/sh
# Lets the replica replay again.
# environment: DATABASE
set -u
DATABASE=${DATABASE:-postgres}

exec runuser -u "${DATABASE_USER:-postgres}" -- \
    timeout -k 1 80 psql -XAtq -v ON_ERROR_STOP=1 -d "$DATABASE" -c "select pg_wal_replay_resume()"
