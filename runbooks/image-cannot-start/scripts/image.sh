#!/bin/sh
# Is the image in this worker's store, does a container of it run, and why can it not be pulled? Asks containerd and the
# journal with deadlines; changes nothing.
# environment: IMAGE · ARCHIVE  file that may hold it · AGENT  unit whose journal says why · SOCKET · NAMESPACE
# Prints JSON: image, archive, runs, says_name, says_registry, says_tls, says_room, says_missing (how often the journal
# of the last ten minutes said that the name does not resolve, the registry does not answer, a certificate does not fit,
# the disk is full, the registry has no such image).
set -u
export LC_ALL=C
: "${IMAGE:?IMAGE is the name of the image}"

SOCKET=${SOCKET:-/run/containerd/containerd.sock}
# ctr waits for a socket on which nobody listens, each time as long as it may
containerd() {
    [ -S "$SOCKET" ] || return 1
    timeout -k 1 8 ctr --address "$SOCKET" -n "${NAMESPACE:-k8s.io}" "$@" </dev/null 2>/dev/null
}
image=false archive=false runs=false
if containerd version >/dev/null; then
    containerd images ls -q | grep -qxF -e "$IMAGE" && image=true
else
    SOCKET=/nonexistent
fi
[ -s "${ARCHIVE:-/nonexistent}" ] && archive=true
for container in $(containerd containers ls | awk -v image="$IMAGE" '$2 == image { print $1 }'); do
    containerd tasks ls | awk -v name="$container" '$1 == name && $3 == "RUNNING" { found = 1 } END { exit !found }' && runs=true
done
timeout 8 journalctl -u "${AGENT:-rke2-agent}" -q --no-pager -o cat -n 500 --since -600s 2>/dev/null | awk \
    -v image="$image" -v archive="$archive" -v runs="$runs" '
    /no such host|server misbehaving|lookup .*(i\/o timeout|connection refused)/ { name++; next }
    /x509:|tls:|certificate/ { tls++; next }
    /no space left/ { room++; next }
    /not found|manifest unknown/ { missing++; next }
    /connection refused|no route to host|i\/o timeout|50[0-9] / { registry++ }
    END {
        printf "{\"image\":%s,\"archive\":%s,\"runs\":%s,\"says_name\":%d,", image, archive, runs, name
        printf "\"says_registry\":%d,\"says_tls\":%d,\"says_room\":%d,", registry, tls, room
        printf "\"says_missing\":%d}\n", missing
    }'
