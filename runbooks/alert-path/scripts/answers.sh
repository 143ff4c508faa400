#!/bin/sh
# Does TARGET take a TCP connection on PORT, in one of three tries? Exit 0: yes. Changes nothing.
# environment: TARGET, PORT
set -u
TARGET=${TARGET:?} PORT=${PORT:?}

for _ in 1 2 3; do
    # shellcheck disable=SC2016
    timeout -k 1 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$TARGET" "$PORT" 2>/dev/null && exit 0
done
exit 1
