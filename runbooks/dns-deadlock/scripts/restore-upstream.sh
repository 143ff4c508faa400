#!/bin/sh
# Lets this gateway ask VIP again where it asks EMERGENCY in its place.
# environment: VIP · EMERGENCY · ORIGINAL  the lines of before, FILE:LINE, or unbound's list of forwards
set -u
: "${VIP:?VIP is the resolver in the cluster}" "${EMERGENCY:?EMERGENCY is the resolver outside}"
literal=$(printf '%s' "$EMERGENCY" | sed 's/[.]/[.]/g')

if pgrep -x dnsmasq >/dev/null; then
    for file in /etc/dnsmasq.conf /etc/dnsmasq.d/*; do
        [ -f "$file" ] || continue
        # only where the original had the resolver of the cluster; a gateway may have asked EMERGENCY already
        printf '%s\n' "${ORIGINAL:-}" | grep -qF -e "$file:server=$VIP" || [ -z "${ORIGINAL:-}" ] || continue
        ! printf '%s\n' "${ORIGINAL:-}" | grep -qF -e "$file:server=$EMERGENCY" || continue
        grep -qE "^[[:space:]]*server=$literal\$" "$file" || continue
        new=$(sed -E "s/^([[:space:]]*)server=$literal\$/\1server=$VIP/" "$file") || exit 1
        # written in place, so that owner and mode stay
        printf '%s\n' "$new" >"$file"
    done
    timeout 10 dnsmasq --test -7 /etc/dnsmasq.d,.dpkg-dist,.dpkg-old,.dpkg-new || exit 1
    timeout 25 systemctl restart dnsmasq
    exit
fi
command -v unbound-control >/dev/null 2>&1 || {
    echo "neither dnsmasq nor unbound-control is here, so nothing was changed" >&2
    exit 3
}
timeout 10 unbound-control forward_add . "$VIP" && timeout 10 unbound-control flush_zone .
