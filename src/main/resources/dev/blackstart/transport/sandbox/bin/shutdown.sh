#!/bin/sh
# shutdown, in the world: written down, and only a host of the world is affected.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
attempt "shutdown $*"
exit 0
