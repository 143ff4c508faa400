#!/bin/sh
# Takes the room for tracked connections back to what it was.
# environment: ORIGINAL
set -u
exec sysctl -w "net.netfilter.nf_conntrack_max=${ORIGINAL:?}"
