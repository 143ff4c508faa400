#!/bin/sh
# How long is the certificate in a file good? Changes nothing.
# environment: CERTIFICATE (file in PEM form; its first certificate counts)
# Prints JSON: days_left (whole days, negative: expired so long ago), serial.
set -u
export LC_ALL=C
CERTIFICATE=${CERTIFICATE:?}

end=$(openssl x509 -in "$CERTIFICATE" -noout -enddate | cut -d= -f2)
[ -n "$end" ] || exit 4
serial=$(openssl x509 -in "$CERTIFICATE" -noout -serial | cut -d= -f2)
left=$(($(date -d "$end" +%s) - $(date +%s)))
[ "$left" -ge 0 ] && days=$((left / 86400)) || days=$(((left - 86399) / 86400))
printf '{"days_left": %s, "serial": "%s"}\n' "$days" "$serial"
