#!/bin/sh
# ethtool, in the world: ports keep their carrier unless the host's own link is down.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
echo "Settings for ${1:-eth0}:"
if struck link_down "$self"; then echo "	Link detected: no"; else echo "	Link detected: yes"; fi
