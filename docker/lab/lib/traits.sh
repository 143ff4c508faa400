# shellcheck shell=bash
# What must stay as it is on a host to which nothing is done: HOST, NAME and VALUE, with tabs between them.

# All hosts at once: a login to one with a kernel of its own takes a second.
verb_state() {
    local name folder
    need_up
    folder=$(mktemp -d)
    for name in $(host_names); do traits "$name" >"$folder/$name" & done
    wait
    for name in $(host_names); do cat "$folder/$name"; done
    rm -rf "$folder"
}

traits() {
    local said
    said=$(host_ssh "$1" "cat /proc/sys/kernel/random/boot_id; ip -o -4 address show scope global; ip -4 rule; ip -4 route" 2>/dev/null)
    trait "$1" boot "$(sed -n 1p <<<"${said:-?}")"
    trait "$1" settings "$(settings_digest "$1")"
    trait "$1" addresses "$(sed 1d <<<"$said" | addresses_digest)"
}

trait() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }

# Of its files, seen from outside; not what its own services write there.
settings_digest() {
    (cd "$(host_root "$1")" && find etc usr/local -xdev -type f ! -name adjtime ! -name mtab ! -name '*.lab' -print0 2>/dev/null |
        sort -z | xargs -0 sha256sum 2>/dev/null | sha256sum | cut -c1-16)
}

# The virtual address moves by itself with whoever serves it.
addresses_digest() {
    grep -v "$RESOLVER_VIP" | sed 's/ *valid_lft.*//; s/^[0-9]*: //' | sort | sha256sum | cut -c1-16
}
