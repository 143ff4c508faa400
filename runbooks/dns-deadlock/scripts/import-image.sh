#!/bin/sh
# Imports the image from an archive into containerd, then waits up to 45 s for the resolver to come up with it.
# environment: IMAGE · ARCHIVE · SOCKET · NAMESPACE · VIP  the resolver's address · NAME  a name to ask it for
# Exit 1 when the image is not there afterwards.
set -u
: "${IMAGE:?IMAGE is the name of the image}" "${ARCHIVE:?ARCHIVE is the file that holds it}"
containerd() {
    timeout -k 5 100 ctr --address "${SOCKET:-/run/containerd/containerd.sock}" -n "${NAMESPACE:-k8s.io}" "$@" </dev/null
}
containerd images import "$ARCHIVE" || exit 1
containerd images ls -q | grep -qxF -e "$IMAGE" || {
    echo "$ARCHIVE does not hold $IMAGE" >&2
    exit 1
}
tries=15
while [ "$tries" -gt 0 ] && [ -n "${VIP:-}" ]; do
    tries=$((tries - 1))
    if timeout 3 dig "@$VIP" +time=2 +tries=1 +short "${NAME:-example.org}" >/dev/null 2>&1; then
        echo "the resolver answers at $VIP"
        exit 0
    fi
    sleep 1
done
echo "the image is there; the resolver does not answer yet"
