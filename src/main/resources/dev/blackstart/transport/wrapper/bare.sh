#!/bin/sh
# Carries out one action on a host that keeps no receipts: nothing is written there, so nothing there keeps it from
# being started twice, and nobody can read later how it ended. usage: bare.sh NONCE SECONDS INPUT COMMAND...
# Says what act.sh says: begin, then as the very last word exited STATUS | alive STATUS | refused REASON
set -u
nonce=$1 seconds=$2 input=$3
shift 3

say() { printf '\n%s %s\n' "$nonce" "$*" >&2; }
# Seconds since boot: the clock on the wall may be stepped meanwhile.
up() {
    read -r since rest </proc/uptime
    echo "${since%%.*}"
}

say begin
if ! command -v timeout >/dev/null 2>&1; then
    say "refused the host has no timeout, which every action needs"
    exit 96
fi
begun=$(up)
[ "$input" = yes ] || exec </dev/null
timeout -k 10 "$seconds" "$@"
status=$?
word=exited
case $status in
124 | 137 | 143)
    # what it left behind cannot be told from other processes here, so nobody says that all of it has ended
    [ "$(($(up) - begun))" -lt "$seconds" ] || word=alive
    ;;
esac
say "$word $status"
exit "$status"
