#!/bin/sh
# What has the control daemon left behind on this host? Changes nothing, and never waits for a dead mount.
# environment: LEFT_PROCESSES  names of processes with blanks between them · STORE_ENDPOINT (http://127.0.0.1:2379)
# Prints JSON: processes (how many of those names), ports (of store and daemon that somebody listens on), dead_mounts
# (network mounts that do not answer within 3 s), said (what was found, in words).
set -u
export LC_ALL=C
STORE_ENDPOINT=${STORE_ENDPOINT:-http://127.0.0.1:2379}

processes=0 said=''
for name in $LEFT_PROCESSES; do
    # the kernel keeps 15 characters of a name
    short=$(printf '%.15s' "$name")
    count=$(pgrep -xc "$short" 2>/dev/null) || count=0
    [ "$count" = 0 ] || said="$said${said:+, }$count $name"
    processes=$((processes + count))
done

ports=0
client=${STORE_ENDPOINT##*:}
for port in "${client%%/*}" 2380 6443 9345; do
    if [ -n "$(ss -Hltn "sport = :$port" 2>/dev/null)" ]; then
        ports=$((ports + 1)) said="$said${said:+, }port $port"
    fi
done

# A process that asks a dead mount cannot be killed, so it is left behind and only watched.
answers() {
    stat -f -c ok -- "$1" >/dev/null 2>&1 </dev/null &
    asked=$!
    left=30
    while [ "$left" -gt 0 ] && kill -0 "$asked" 2>/dev/null; do
        left=$((left - 1))
        sleep 0.1 2>/dev/null || sleep 1
    done
    ! kill -0 "$asked" 2>/dev/null && wait "$asked"
}
dead=0
# mountinfo writes a blank as \040; such a path is left out, not guessed
# shellcheck disable=SC2013
for path in $(awk '$0 ~ / - (ceph|fuse\.ceph[^ ]*|nfs4?|cifs|smb3) / && $5 !~ /\\/ { print $5 }' /proc/self/mountinfo); do
    if ! answers "$path"; then
        dead=$((dead + 1)) said="$said${said:+, }dead mount $path"
    fi
done
printf '{"processes":%s,"ports":%s,"dead_mounts":%s,"said":"%s"}\n' "$processes" "$ports" "$dead" "$said"
