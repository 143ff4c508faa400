# shellcheck shell=bash
# What must stay as it is on a host to which nothing is done: HOST, NAME and VALUE, with tabs between them.

# All hosts at once, by their consoles: one with a kernel of its own takes a second or two.
verb_state() {
    local name folder
    need_up
    folder=$(mktemp -d)
    for name in $(host_names); do traits "$name" >"$folder/$name" & done
    wait
    for name in $(host_names); do cat "$folder/$name"; done
    rm -rf "$folder"
}

# A host that cannot be looked at has an unknown boot and, but for its files, nothing else. One whose first process stands
# still answers nobody who asks it for units.
traits() {
    local said
    said=$(host_inside "$1" timeout -k 1 20 env VIP="$RESOLVER_VIP" sh -c "$(cat "$LAB_HERE/lib/look")" 2>/dev/null)
    [ $? != 124 ] || said=''
    [[ $said == boot$'\t'?* ]] || said=$'boot\t?'
    awk -v host="$1" '{ print host "\t" $0 }' <<<"$said"
    printf '%s\t%s\t%s\n' "$1" settings "$(settings_digest "$1")"
}

# Of its files, seen from outside; not what its own services write there.
settings_digest() {
    (cd "$(host_root "$1")" && find etc usr/local -xdev -type f ! -name adjtime ! -name mtab ! -name '*.lab' -print0 2>/dev/null |
        sort -z | xargs -0 sha256sum 2>/dev/null | sha256sum | cut -c1-16)
}
