#!/bin/sh
# Is there room for a ring of packets below FOLDER, does one run, was something kept? Changes nothing.
# environment: FOLDER, FILE_MB, FILES
# Prints JSON: running, free_mb, needed_mb (the ring, the one of before it
# was restarted, a copy of both, and 512 for the others), files, kept (copies), lost
# (packets that the kernel dropped, as far as tcpdump has said).
set -u
export LC_ALL=C
FOLDER=${FOLDER:-/var/log/blackstart/pcap} FILE_MB=${FILE_MB:-50} FILES=${FILES:-10}

there=$FOLDER
while [ ! -d "$there" ]; do there=$(dirname "$there"); done
free=$(timeout -k 1 5 df -Pm "$there" | awk 'NR == 2 { print $4 }')
[ -n "$free" ] || {
    echo "$there does not say how much room it has" >&2
    exit 4
}
running=false
pid=$(cat "$FOLDER/pid" 2>/dev/null)
# The pid alone could be somebody else's by now.
if [ -n "$pid" ] && grep -q "^tcpdump" "/proc/$pid/comm" 2>/dev/null; then running=true; fi
count() {
    n=0
    for one in "$@"; do [ ! -e "$one" ] || n=$((n + 1)); done
    echo "$n"
}
lost=$(sed -n 's/^\([0-9]*\) packets* dropped by kernel.*/\1/p' "$FOLDER/tcpdump.log" 2>/dev/null | tail -n 1)
printf '{"running": %s, "free_mb": %s, "needed_mb": %s, "files": %s, "kept": %s, "lost": %s}\n' \
    "$running" "$free" "$((4 * FILES * FILE_MB + 512))" \
    "$(count "$FOLDER"/ring.pcap*)" "$(count "$FOLDER"/kept/*)" "${lost:-0}"
