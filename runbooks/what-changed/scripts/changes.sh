#!/bin/sh
# What changed on this host in the last HOURS hours? Changes nothing.
# environment: HOURS; ROOT (another place for /etc and /var/log)
# Prints JSON: booted, upgrades_by_itself and upgrades_by_hand (runs of the package manager), files (below /etc, that
# no run of the package manager explains), links (network ports up or down). The list goes to standard error.
set -u
export LC_ALL=C
HOURS=${HOURS:-24} ROOT=${ROOT:-}
now=$(date +%s)
since=$((now - HOURS * 3600))

boot=$(sed -n 's/^btime //p' /proc/stat)
booted=false
if [ "${boot:-0}" -ge "$since" ]; then
    booted=true
    echo "$(date -u -d "@$boot" +%Y-%m-%dT%H:%M:%SZ) booted" >&2
fi

# apt writes local time
itself=0 hand=0
apt_times=
while IFS='|' read -r start how what; do
    [ -n "$start" ] || continue
    moment=$(date -d "$start" +%s) || continue
    [ "$moment" -ge "$since" ] || continue
    apt_times="$apt_times $moment"
    case $how in
    *unattended-upgrade*) itself=$((itself + 1)) ;;
    *) hand=$((hand + 1)) ;;
    esac
    echo "$(date -u -d "@$moment" +%Y-%m-%dT%H:%M:%SZ) $how: $(printf '%s' "$what" | cut -c1-300)" >&2
done <<EOF
$({ zcat -f "$ROOT"/var/log/apt/history.log.*.gz 2>/dev/null; cat "$ROOT/var/log/apt/history.log" 2>/dev/null; } | awk '
    /^Start-Date:/ { start = $2 " " $3; how = "by hand"; what = "" }
    /^Commandline:/ { how = substr($0, 14) }
    /^(Install|Upgrade|Remove|Purge|Downgrade):/ { what = what " " $0 }
    /^End-Date:/ { gsub(/\|/, "/", how); gsub(/\|/, "/", what); print start "|" how "|" what }')
EOF
if command -v rpm >/dev/null 2>&1 && [ -z "$ROOT" ]; then
    rpms=$(timeout -k 1 20 rpm -qa --qf '%{INSTALLTIME} %{NAME}-%{VERSION}-%{RELEASE}\n' 2>/dev/null |
        awk -v since="$since" '$1 >= since { print $2 }')
    if [ -n "$rpms" ]; then
        if systemctl is-enabled -q dnf-automatic.timer dnf-automatic-install.timer 2>/dev/null; then
            itself=$((itself + 1))
        else
            hand=$((hand + 1))
        fi
        printf '%s\n' "$rpms" | sed 's/^/rpm: /' >&2
    fi
fi

# A file that changed within ten minutes after a start of apt came with it, as far as can be told.
files=0
while read -r moment name; do
    [ -n "$moment" ] || continue
    by_apt=no
    for apt in $apt_times; do
        if [ "$moment" -ge "$apt" ] && [ "$moment" -le $((apt + 600)) ]; then by_apt=yes; fi
    done
    [ "$by_apt" = no ] || continue
    files=$((files + 1))
    [ "$files" -gt 40 ] || echo "$(date -u -d "@$moment" +%Y-%m-%dT%H:%M:%SZ) $name" >&2
done <<EOF
$(timeout -k 1 20 find "$ROOT/etc" -xdev -type f -newermt "@$since" \
    ! -name '*.cache' ! -name 'ld.so.cache' ! -name adjtime ! -name resolv.conf ! -name mtab ! -name '*-' ! -name '*.lock' -printf '%T@ %p\n' 2>/dev/null |
    sed 's/^\([0-9]*\)\.[0-9]*/\1/' | sort -n)
EOF

links=0
if [ -z "$ROOT" ]; then
    said=$(timeout -k 1 20 journalctl -k --no-pager -q -o short-iso --since "@$since" 2>/dev/null |
        grep -E 'Link is (Up|Down|up|down)|link becomes ready|NIC Link is|link status definitely')
    links=$(printf '%s\n' "$said" | grep -c .)
    printf '%s\n' "$said" | tail -n 20 >&2
fi
printf '{"booted": %s, "upgrades_by_itself": %s, "upgrades_by_hand": %s, "files": %s, "links": %s}\n' \
    "$booted" "$itself" "$hand" "$files" "$links"
