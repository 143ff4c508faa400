#!/bin/sh
# Does SUSPECT take connections, and how long until its SSH server greets? Logs in nowhere and changes nothing.
# environment: SUSPECT (address), PORT, OTHER_PORT
# Prints JSON: connects, greeting_ms (from the connection to the first line; 20000 when none came in 20 s),
# greeting, other_connects.
set -u
SUSPECT=${SUSPECT:?} PORT=${PORT:-22} OTHER_PORT=${OTHER_PORT:-443}

# shellcheck disable=SC2016
connects() { timeout -k 1 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$SUSPECT" "$1" 2>/dev/null; }

connected=false other=false milliseconds=20000 greeting=
connects "$OTHER_PORT" && other=true
if connects "$PORT"; then
    connected=true
    begun=$(date +%s%3N)
    # shellcheck disable=SC2016
    greeting=$(timeout -k 1 20 bash -c 'exec 3<>"/dev/tcp/$0/$1" && IFS= read -r line <&3 && printf %s "$line"' \
        "$SUSPECT" "$PORT" 2>/dev/null | tr -cd 'A-Za-z0-9 ._+-')
    [ -z "$greeting" ] || milliseconds=$(($(date +%s%3N) - begun))
fi
printf '{"connects": %s, "greeting_ms": %s, "greeting": "%s", "other_connects": %s}\n' \
    "$connected" "$milliseconds" "$greeting" "$other"
