#!/bin/sh
# What keeps upgrades from this host, and for how long has it had none? Changes nothing.
# environment: KNOWN (packages whose hold has a date somewhere), APT_LOG (/var/log/apt/history.log)
# Prints JSON: held (on hold without a date), kept_back (patterns in unattended-upgrades' list), timers_off, security
# (upgrades that wait, as far as the lists here know), days (since the last upgrade, -1: none is known); the names go
# to standard error.
set -u
export LC_ALL=C
KNOWN=${KNOWN:-} APT_LOG=${APT_LOG:-/var/log/apt/history.log}

held=0
for package in $(apt-mark showhold 2>/dev/null); do
    case " $KNOWN " in *" $package "*) continue ;; esac
    held=$((held + 1))
    echo "on hold without a date: $package" >&2
done
kept_back=$(apt-config dump 2>/dev/null | grep -c '^Unattended-Upgrade::Package-Blacklist:: ')
timers_off=0
for timer in apt-daily.timer apt-daily-upgrade.timer; do
    case $(systemctl is-enabled "$timer" 2>/dev/null) in
    masked | disabled)
        timers_off=$((timers_off + 1))
        echo "off: $timer" >&2
        ;;
    esac
done
security=$(timeout -k 1 30 apt list --upgradable 2>/dev/null | grep -ci -- '-security')
last=$({ zcat -f "$APT_LOG".*.gz 2>/dev/null; cat "$APT_LOG" 2>/dev/null; } | awk '
    /^Start-Date:/ { start = $2 " " $3 }
    /^Upgrade:/ && start > last { last = start }
    END { print last }')
days=-1
[ -z "$last" ] || days=$((($(date +%s) - $(date -d "$last" +%s)) / 86400))
printf '{"held": %s, "kept_back": %s, "timers_off": %s, "security": %s, "days": %s}\n' \
    "$held" "$kept_back" "$timers_off" "$security" "$days"
