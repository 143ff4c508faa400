# shellcheck shell=bash
# What the lab says: progress and one-sentence errors on standard error, results on standard output.

LAB_BEGAN=${EPOCHREALTIME/,/.}

say() {
    local now=${EPOCHREALTIME/,/.}
    awk -v from="$LAB_BEGAN" -v to="$now" -v text="$*" 'BEGIN { printf "lab %5.1f s  %s\n", to - from, text }' >&2
}

warn() { printf 'lab: %s\n' "$*" >&2; }

die() {
    warn "$*"
    exit 1
}

# until_true SECONDS WHAT COMMAND...: names what it waits for once it has waited two seconds.
until_true() {
    local limit=$1 what=$2 began=$SECONDS told=
    shift 2
    until "$@" >/dev/null 2>&1; do
        if [ $((SECONDS - began)) -ge "$limit" ]; then
            warn "$what did not come about within $limit s."
            return 1
        fi
        if [ -z "$told" ] && [ $((SECONDS - began)) -ge 2 ]; then
            say "waiting for $what (at most $limit s)"
            told=yes
        fi
        sleep 0.1
    done
}
