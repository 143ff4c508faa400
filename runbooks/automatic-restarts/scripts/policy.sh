#!/bin/sh
# What may restart UNITS on this host without anybody asking? Changes nothing.
# environment: UNITS (units that the network of the pods hangs on, with spaces between), PACKAGE (systemd),
# NR_CONF (/etc/needrestart/needrestart.conf)
# Prints JSON: needrestart (is installed), mode (a: restarts by itself, i: asks, l: lists), unguarded (UNITS that it
# may restart), unattended (upgrades go in by themselves), on_hold (PACKAGE is on hold), kept_back (it is in
# unattended-upgrades' own list). Needs perl, because needrestart's configuration is a perl program.
set -u
export LC_ALL=C
PATH="$PATH:/usr/sbin:/sbin" # somebody who logs in may not have them
UNITS=${UNITS:-systemd-networkd systemd-resolved} PACKAGE=${PACKAGE:-systemd}
NR_CONF=${NR_CONF:-/etc/needrestart/needrestart.conf}

needrestart=false mode=none unguarded=0
if command -v needrestart >/dev/null 2>&1 && [ -r "$NR_CONF" ]; then
    needrestart=true
    # The same way needrestart reads it; Ubuntu since 24.04 restarts by itself where nobody sits at a terminal.
    # shellcheck disable=SC2016,SC2086
    answer=$(perl -e '
        our $LOGPREF = "";
        our %nrconf = (verbosity => 0, override_rc => {}, blacklist_rc => []);
        my ($file, @units) = @ARGV;
        { local (@ARGV, $/) = $file; my $text = <>; eval $text; die $@ if $@; }
        my $mode = $nrconf{restart};
        if (!defined $mode) {
            my %os = map { /^(\w+)="?([^"\n]*)/ ? ($1, $2) : () } do { local @ARGV = "/etc/os-release"; <> };
            $mode = ($os{ID} || "") eq "ubuntu" && ($os{VERSION_ID} || 0) >= 24.04 ? "a" : "i";
        }
        my $open = 0;
        for my $unit (@units) {
            $unit .= ".service" unless $unit =~ /\.[a-z]+$/;
            next if grep { $unit =~ /$_/ } @{$nrconf{blacklist_rc}};
            my @said = grep { $unit =~ /$_/ } keys %{$nrconf{override_rc}};
            # Which of several rules wins is chance in needrestart, so one that allows it leaves the unit open.
            $open++ if !@said || grep { $nrconf{override_rc}{$_} } @said;
        }
        print "$mode $open";
    ' "$NR_CONF" $UNITS) || exit 4
    mode=${answer%% *} unguarded=${answer##* }
fi

config=$(apt-config dump 2>/dev/null)
unattended=false
if command -v unattended-upgrade >/dev/null 2>&1; then
    case $(printf '%s\n' "$config" | sed -n 's/^APT::Periodic::Unattended-Upgrade "\(.*\)";/\1/p') in
    '' | 0) ;;
    *) unattended=true ;;
    esac
fi
on_hold=false
apt-mark showhold 2>/dev/null | grep -qx "$PACKAGE" && on_hold=true
kept_back=false
for pattern in $(printf '%s\n' "$config" | sed -n 's/^Unattended-Upgrade::Package-Blacklist:: "\(.*\)";/\1/p'); do
    # unattended-upgrades matches at the beginning of the name
    printf '%s\n' "$PACKAGE" | grep -qE "^($pattern)" && kept_back=true
done
printf '{"needrestart": %s, "mode": "%s", "unguarded": %s, "unattended": %s, "on_hold": %s, "kept_back": %s}\n' \
    "$needrestart" "$mode" "$unguarded" "$unattended" "$on_hold" "$kept_back"
