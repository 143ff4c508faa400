# shellcheck shell=bash
# what: the clock of ON (worker1) is SKEW seconds (300) wrong; its kernel is its own
# profiles: incident-a
# heals: heal, or whoever sets the clock

skewed_one() { echo "${ON:-worker1}"; }

inject() { host_inside "$(skewed_one)" date -s "@$(($(date +%s) + ${SKEW:-300}))" >/dev/null; }

skew() { echo $(($(host_inside "$(skewed_one)" date +%s) - $(date +%s))); }

probe() {
    local now
    now=$(skew)
    if [ "${now#-}" -gt 5 ]; then
        present "the clock of $(skewed_one) is $now s ahead of the machine's"
    else
        absent "the clock of $(skewed_one) is $now s ahead of the machine's"
    fi
}

heal() {
    host_inside "$(skewed_one)" date -s "@$(date +%s)" >/dev/null
    [ "$(probe | cut -d' ' -f1)" = absent ]
}
