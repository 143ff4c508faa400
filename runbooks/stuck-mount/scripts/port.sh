#!/bin/sh
# Does TARGET take a TCP connection on PORT within three seconds? Exit 0: yes. Changes nothing.
# environment: TARGET (address), PORT
set -u
TARGET=${TARGET:?} PORT=${PORT:?}

# shellcheck disable=SC2016
exec timeout -k 1 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$TARGET" "$PORT" 2>/dev/null
