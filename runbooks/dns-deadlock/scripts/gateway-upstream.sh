#!/bin/sh
# Lets this gateway ask EMERGENCY where it asked VIP, for all names; lines for single domains stay. dnsmasq's new
# configuration is tested before it is used. unbound is changed at run time only (not run here).
# environment: VIP  the resolver in the cluster · EMERGENCY  the one outside
# Exit 3: it is neither dnsmasq nor unbound, or asks somebody else; nothing was changed.
set -u
: "${VIP:?VIP is the resolver in the cluster}" "${EMERGENCY:?EMERGENCY is the resolver outside}"
literal=$(printf '%s' "$VIP" | sed 's/[.]/[.]/g')

# The lines to change, as sed reads them: all names, with or without a port.
from="^([[:space:]]*)server=$literal([#@].*)?\$"

dnsmasq_upstream() {
    # kept elsewhere: dnsmasq reads every file of its folder
    kept=$(mktemp -d) || exit 1
    changed=''
    for file in /etc/dnsmasq.conf /etc/dnsmasq.d/*; do
        grep -qsE "$from" "$file" || continue
        cp -p "$file" "$kept/${file##*/}" || exit 1
        changed="$changed $file"
        # written in place, so that owner and mode stay
        sed -E "s/$from/\1server=$EMERGENCY/" "$kept/${file##*/}" >"$file" || return 1
    done
    [ -n "$changed" ] || {
        echo "no line says server=$VIP, so nothing was changed" >&2
        exit 3
    }
    # dnsmasq reads these files only when it starts
    timeout 10 dnsmasq --test -7 /etc/dnsmasq.d,.dpkg-dist,.dpkg-old,.dpkg-new && timeout 25 systemctl restart dnsmasq
}

if pgrep -x dnsmasq >/dev/null; then
    if dnsmasq_upstream; then
        rm -rf "$kept"
        exit 0
    fi
    for file in $changed; do cat "$kept/${file##*/}" >"$file"; done
    timeout 25 systemctl restart dnsmasq
    echo "dnsmasq does not take the new configuration, so it has the old one; it is kept in $kept, too" >&2
    exit 1
fi
if pgrep -x unbound >/dev/null && command -v unbound-control >/dev/null 2>&1; then
    timeout 10 unbound-control forward_add . "$EMERGENCY" && timeout 10 unbound-control flush_zone .
    exit
fi
echo "neither dnsmasq nor unbound answers names here, so nothing was changed" >&2
exit 3
