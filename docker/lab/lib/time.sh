# shellcheck shell=bash
# The time: extdns serves that of the machine, and hosts with a kernel of their own follow it. Containers have no right to
# set a clock, since theirs is the machine's.

time_server() {
    printf 'local stratum 8\nallow 10.77.0.0/24\n' >"$1/etc/chrony/lab.conf"
    host_install "$1" lab-time.service
    host_enable "$1" lab-time.service
}

# A clock that goes wrong later is not set in one step, only when the daemon starts.
time_client() {
    printf '%s\n' "server $(host_address extdns) iburst minpoll 3 maxpoll 4" 'driftfile /var/lib/chrony/chrony.drift' \
        'makestep 1 1' >"$1/etc/chrony/chrony.conf"
    host_enable "$1" chrony.service
}
