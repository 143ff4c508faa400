#!/bin/sh
# poweroff, in the world: written down, and only a host of the world is affected.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
attempt "poweroff $*"
exit 0
