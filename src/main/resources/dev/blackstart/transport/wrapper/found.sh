#!/bin/sh
# shellcheck disable=SC2034,SC2154
# Stands between fence.sh and receipt.sh, disarm.sh or work.sh: the claim of an action that was sent before.

# Sets dir to the claim, wherever it is kept.
find_claim() {
    for place in "$@"; do
        dir=$place/$claim
        [ ! -d "$dir" ] || return 0
    done
    return 1
}
