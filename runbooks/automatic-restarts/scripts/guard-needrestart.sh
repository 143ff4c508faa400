#!/bin/sh
# Tells needrestart to leave UNITS alone and to go on with all others. The file is looked at by perl before it counts.
# environment: UNITS; NR_DIR (/etc/needrestart/conf.d)
# Exit 3: somebody else wrote the file.
set -u
UNITS=${UNITS:?} NR_DIR=${NR_DIR:-/etc/needrestart/conf.d}
# In this order it is read last.
file=$NR_DIR/99-blackstart.conf

if [ -e "$file" ] && ! grep -q '^# blackstart:' "$file"; then
    echo "$file was written by somebody else; look at it first" >&2
    exit 3
fi
mkdir -p "$NR_DIR" || exit 1
{
    echo '# blackstart: the network of the pods hangs on these; they are restarted on drained nodes only'
    for unit in $UNITS; do
        # As needrestart sees it: systemd-networkd.service, and never a pattern of somebody's.
        name=$(printf '%s' "${unit%.service}" | tr -cd 'A-Za-z0-9@_.:-' | sed 's/[.@]/\\&/g')
        # shellcheck disable=SC2016
        printf 'for my $re (keys %%{$nrconf{override_rc}}) { delete $nrconf{override_rc}{$re} if $nrconf{override_rc}{$re} && "%s.service" =~ /$re/ }\n' "$name"
        # shellcheck disable=SC2016
        printf '$nrconf{override_rc}{qr(^%s)} = 0;\n' "$name"
    done
} >"$file.new" || exit 1
if ! perl -c "$file.new" >&2; then
    rm -f "$file.new"
    exit 1
fi
chmod 644 "$file.new" && mv -f "$file.new" "$file"
