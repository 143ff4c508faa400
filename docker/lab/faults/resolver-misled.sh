# shellcheck shell=bash
# what: ON (worker1) asks an address where no resolver is, while the real one answers everybody else
# profiles: core incident-a
# heals: heal, or whoever writes the resolver's address into /etc/resolv.conf

NOBODY=10.77.0.99

misled_one() { echo "${ON:-worker1}"; }

inject() { host_inside "$(misled_one)" sed -i "s/^nameserver .*/nameserver $NOBODY/" /etc/resolv.conf; }

probe() {
    if host_inside "$(misled_one)" grep -q "^nameserver $NOBODY" /etc/resolv.conf; then
        present "$(misled_one) asks $NOBODY"
    else
        absent "$(misled_one) asks $(host_inside "$(misled_one)" sed -n 's/^nameserver //p' /etc/resolv.conf | paste -sd' ')"
    fi
}

heal() {
    host_inside "$(misled_one)" sed -i "s/^nameserver $NOBODY/nameserver $(host_address gateway)/" /etc/resolv.conf
    [ "$(probe | cut -d' ' -f1)" = absent ]
}
