# shellcheck shell=bash
# What must stay as it is on a host to which nothing is done: HOST, NAME and VALUE, with tabs between them.

verb_state() {
    local name
    need_up
    for name in $(host_names); do
        trait "$name" boot "$(host_ssh "$name" cat /proc/sys/kernel/random/boot_id 2>/dev/null || echo '?')"
        trait "$name" settings "$(settings_digest "$name")"
        trait "$name" addresses "$(traits_of "$name" addresses)"
    done
}

trait() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }

# Of its files, seen from outside; not what its own services write there.
settings_digest() {
    (cd "$(host_root "$1")" && find etc usr/local -xdev -type f ! -name adjtime ! -name mtab ! -name '*.lab' -print0 2>/dev/null |
        sort -z | xargs -0 sha256sum 2>/dev/null | sha256sum | cut -c1-16)
}

# The virtual address moves by itself with whoever serves it.
traits_of() {
    host_ssh "$1" "ip -o -4 address show scope global; ip -4 rule; ip -4 route" 2>/dev/null |
        grep -v "$RESOLVER_VIP" | sed 's/ *valid_lft.*//; s/^[0-9]*: //' | sort | sha256sum | cut -c1-16
}
