# shellcheck shell=bash
# what: the database serves a certificate that ends within a day, and the renewed one lies unread on its disk
# profiles: node
# heals: heal, or whoever lets the database read its certificate again

served_days() {
    local end
    end=$(host_inside rds sh -c 'openssl s_client -starttls postgres -connect 127.0.0.1:5432 </dev/null 2>/dev/null | openssl x509 -noout -enddate' | cut -d= -f2)
    [ -n "$end" ] || return 1
    echo $((($(date -d "$end" +%s) - $(date +%s)) / 86400))
}

inject() {
    host_inside rds sh -c '/usr/local/bin/lab-certificate 1 && systemctl reload lab-database' || return 1
    until_true 10 'the short certificate to be served' short || return 1
    host_inside rds /usr/local/bin/lab-certificate 90
}

short() { [ "$(served_days)" -lt 2 ]; }

probe() {
    if short; then
        present "the certificate that is served is good for $(served_days) days, the one on the disk for longer"
    else
        absent "the certificate that is served is good for $(served_days) days"
    fi
}

heal() {
    host_inside rds systemctl reload lab-database
    until_true 10 'the long certificate to be served' long
}

long() { ! short; }
