#!/bin/sh
# Imports the image from an archive into containerd.
# environment: IMAGE · ARCHIVE · SOCKET · NAMESPACE
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
