#!/bin/sh
# Do new connections to the database come about? Three are tried, three seconds each. Changes nothing.
# environment: TARGET (address), PORT
# Prints JSON: tried, connected.
set -u
TARGET=${TARGET:?} PORT=${PORT:?}

connected=0
for _ in 1 2 3; do
    # shellcheck disable=SC2016
    timeout -k 1 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$TARGET" "$PORT" 2>/dev/null && connected=$((connected + 1))
done
printf '{"tried": 3, "connected": %s}\n' "$connected"
