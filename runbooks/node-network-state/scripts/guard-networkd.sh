#!/bin/sh
# Tells systemd-networkd to leave rules and routes that it did not make alone, from its next start on.
# environment: DROP_IN
# Exit 3: its version does not know the setting, or somebody else wrote the file.
set -u
export LC_ALL=C
DROP_IN=${DROP_IN:-/etc/systemd/networkd.conf.d/10-blackstart-foreign.conf}

version=$(systemctl --version | sed -n '1s/[^0-9]*\([0-9]*\).*/\1/p')
if [ "${version:-0}" -lt 249 ]; then
    echo "systemd $version has no ManageForeignRoutingPolicyRules, which came with 249; keep it from being restarted instead" >&2
    exit 3
fi
if [ -e "$DROP_IN" ] && ! grep -q '^# blackstart:' "$DROP_IN"; then
    echo "$DROP_IN was written by somebody else; look at it first" >&2
    exit 3
fi
mkdir -p "$(dirname "$DROP_IN")" || exit 1
{
    echo '# blackstart: rules and routes of the pods are not ours to drop'
    echo '[Network]'
    echo 'ManageForeignRoutes=no'
    echo 'ManageForeignRoutingPolicyRules=no'
    [ "$version" -lt 256 ] || echo 'ManageForeignNextHops=no'
} >"$DROP_IN.new" || exit 1
chmod 644 "$DROP_IN.new" && mv -f "$DROP_IN.new" "$DROP_IN"
