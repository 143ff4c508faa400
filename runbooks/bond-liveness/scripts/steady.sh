#!/bin/sh
# Do this host's bonds keep their links? Counts what the kernel declares dead while it watches. Changes nothing.
# environment: WATCH  seconds (15)
# Prints JSON: watched (seconds), failures (links declared dead meanwhile), down (a bond is without an active link).
set -u
export LC_ALL=C

counted() { cat /proc/net/bonding/* 2>/dev/null | awk '/Link Failure Count:/ { n += $NF } END { print n + 0 }'; }

before=$(counted)
sleep "${WATCH:-15}"
after=$(counted)
down=false
for folder in /sys/class/net/*/bonding; do
    [ -d "$folder" ] || continue
    case $(cat "$folder/mode" 2>/dev/null) in
    active-backup*) [ -n "$(cat "$folder/active_slave" 2>/dev/null)" ] || down=true ;;
    *) [ "$(cat "$folder/mii_status" 2>/dev/null)" != down ] || down=true ;;
    esac
done
printf '{"watched":%s,"failures":%s,"down":%s}\n' "${WATCH:-15}" "$((after - before))" "$down"
