#!/bin/sh
# Is this node marked as one for tests, and does anything but the test live on it? Changes nothing.
# The owner marks it, with a file that no automat writes: /etc/blackstart/test-node
# environment: POD (a network namespace of the test, or none), MARK
# Prints JSON: marked, namespaces (network namespaces with processes in them besides the node's own and POD).
set -u
POD=${POD:-none} MARK=${MARK:-/etc/blackstart/test-node}

marked=false
[ -f "$MARK" ] && marked=true
own=$(stat -Lc %i /proc/self/ns/net) || exit 4
pod=
[ "$POD" = none ] || pod=$(stat -Lc %i "/run/netns/$POD" 2>/dev/null)
namespaces=$(for process in /proc/[0-9]*; do readlink "$process/ns/net" 2>/dev/null; done |
    tr -dc '0-9\n' | sort -u | grep -cvxE "$own${pod:+|$pod}")
printf '{"marked": %s, "namespaces": %s}\n' "$marked" "$namespaces"
