#!/bin/sh
# Makes this replica a primary, and waits a minute for it.
# environment: DATABASE
set -u
DATABASE=${DATABASE:-postgres}

exec runuser -u "${DATABASE_USER:-postgres}" -- \
    timeout -k 1 80 psql -XAtq -v ON_ERROR_STOP=1 -d "$DATABASE" -c "select pg_promote(true, 60)"
