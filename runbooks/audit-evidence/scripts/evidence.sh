#!/bin/sh
# Would this host be able to tell afterwards what happened? Changes nothing.
# environment: JOURNAL (/var/log/journal), TOOLS (commands that should be there)
# Prints JSON: synchronized (its clock), persistent (the journal outlives a boot), kept_days (of the journal, whole
# days), missing_tools, free_mb (where logs are written); the names go to standard error.
set -u
export LC_ALL=C
JOURNAL=${JOURNAL:-/var/log/journal} TOOLS=${TOOLS:-tcpdump conntrack ss}

synchronized=false
if command -v chronyc >/dev/null 2>&1 && chronyc -n tracking 2>/dev/null | grep -q '^Leap status *: Normal'; then
    synchronized=true
elif [ "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" = yes ]; then
    synchronized=true
fi
persistent=false
# a folder of this machine's number, which journald makes where it may write
for folder in "$JOURNAL"/*/; do
    [ -d "$folder" ] && persistent=true
done
kept=0
oldest=$(timeout -k 1 20 journalctl --no-pager -q -o short-unix 2>/dev/null | sed -n '1s/\..*//p')
case $oldest in '' | *[!0-9]*) ;; *) kept=$((($(date +%s) - oldest) / 86400)) ;; esac
missing=0
for tool in $TOOLS; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "$tool" >/dev/null 2>&1 || {
        missing=$((missing + 1))
        echo "missing: $tool" >&2
    }
done
free=$(timeout -k 1 5 df -Pm /var/log | awk 'NR == 2 { print $4 }')
printf '{"synchronized": %s, "persistent": %s, "kept_days": %s, "missing_tools": %s, "free_mb": %s}\n' \
    "$synchronized" "$persistent" "$kept" "$missing" "${free:-0}"
