#!/bin/sh
# Starts a ring of packets, and a watcher that copies it once when UNIT is restarted or packets become invalid.
# The ring is FILES files of FILE_MB; -C and -W together make a ring, while -G with -W would end after FILES files.
# environment: FILTER, INTERFACE, FOLDER, FILE_MB, FILES, HOURS, UNIT; EVERY (seconds between two looks, 10)
# Exit 3: a ring runs already, or there is no room.
set -u
export LC_ALL=C
FILTER=${FILTER:?} INTERFACE=${INTERFACE:-any} FOLDER=${FOLDER:-/var/log/blackstart/pcap}
FILE_MB=${FILE_MB:-50} FILES=${FILES:-10} HOURS=${HOURS:-26} UNIT=${UNIT:-systemd-networkd} EVERY=${EVERY:-10}
export FILTER INTERFACE FOLDER FILE_MB FILES HOURS UNIT EVERY

mkdir -p "$FOLDER" && chmod 700 "$FOLDER" || exit 1
pid=$(cat "$FOLDER/pid" 2>/dev/null)
if [ -n "$pid" ] && grep -q "^tcpdump" "/proc/$pid/comm" 2>/dev/null; then
    echo "a ring runs already, process $pid" >&2
    exit 3
fi
free=$(timeout -k 1 5 df -Pm "$FOLDER" | awk 'NR == 2 { print $4 }')
if [ "${free:-0}" -le $((4 * FILES * FILE_MB + 512)) ]; then
    echo "$FOLDER has only ${free:-no} MB left" >&2
    exit 3
fi
# A filter that tcpdump does not understand is said now, and not in the night.
timeout -k 1 5 tcpdump -i "$INTERFACE" -d "$FILTER" >/dev/null || exit 1

# shellcheck disable=SC2016
ring='
    moment() {
        id=$(systemctl show "$UNIT" -p InvocationID --value 2>/dev/null)
        invalid=$(conntrack -S 2>/dev/null | tr " " "\n" | sed -n "s/^invalid=//p" | awk "{ n += \$1 } END { print n + 0 }")
        echo "$id $invalid"
    }
    # What restarts services may restart this one too: then the ring of before is kept, and so is the moment it began with.
    rm -rf "$FOLDER/previous"
    mkdir "$FOLDER/previous"
    for old in "$FOLDER"/ring.pcap*; do [ ! -e "$old" ] || mv "$old" "$FOLDER/previous/"; done
    timeout -k 5 "$((HOURS * 3600))" tcpdump -i "$INTERFACE" -nn -U -s 128 -B 8192 -C "$FILE_MB" -W "$FILES" -Z root \
        -w "$FOLDER/ring.pcap" "$FILTER" </dev/null >>"$FOLDER/tcpdump.log" 2>&1 &
    guard=$!
    sleep 1
    for child in $(cat "/proc/$guard/task/$guard/children" 2>/dev/null); do echo "$child" >"$FOLDER/pid"; done
    before=$(cat "$FOLDER/moment" 2>/dev/null)
    before=${before:-$(moment)}
    echo "$before" >"$FOLDER/moment"
    while kill -0 "$guard" 2>/dev/null; do
        sleep "$EVERY"
        now=$(moment)
        # Another start of the unit, or twenty invalid packets more than at the last look.
        if [ ! -e "$FOLDER/kept" ] && { [ "${now% *}" != "${before% *}" ] || [ "${now#* }" -gt $((${before#* } + 20)) ]; }; then
            sleep "$EVERY" # what comes just after belongs to it
            mkdir -p "$FOLDER/kept.new" && cp -r "$FOLDER"/ring.pcap* "$FOLDER/previous" "$FOLDER/kept.new/" &&
                { date -u +%Y-%m-%dT%H:%M:%SZ; echo "before: $before"; echo "then: $now"; } >"$FOLDER/kept.new/trigger.txt" &&
                mv "$FOLDER/kept.new" "$FOLDER/kept"
        fi
        before=$now
        echo "$now" >"$FOLDER/moment"
    done'

rm -f "$FOLDER/pid" "$FOLDER/tcpdump.log" "$FOLDER/moment" "$FOLDER"/ring.pcap*
# In a file, because systemd would replace what looks like its own variables in an argument.
printf '%s\n' "$ring" >"$FOLDER/ring.sh" || exit 1
if [ -e "$FOLDER/kept" ]; then mv "$FOLDER/kept" "$FOLDER/kept-before-$(date -u +%Y%m%dT%H%M%SZ)"; fi
if [ -d /run/systemd/system ]; then
    systemd-run --quiet --collect --unit=blackstart-pcap -p MemoryMax=256M -p CPUQuota=20% -p Nice=10 \
        --setenv=FILTER --setenv=INTERFACE --setenv=FOLDER --setenv=FILE_MB --setenv=FILES --setenv=HOURS \
        --setenv=UNIT --setenv=EVERY /bin/sh "$FOLDER/ring.sh" || exit 1
else
    nice -n 10 setsid nohup /bin/sh "$FOLDER/ring.sh" </dev/null >/dev/null 2>&1 &
fi
for _ in 1 2 3 4 5 6; do
    sleep 0.5
    [ ! -s "$FOLDER/pid" ] || exit 0
done
cat "$FOLDER/tcpdump.log" >&2
exit 1
