#!/bin/sh
# hostname, in the world.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
echo "$self"
