#!/bin/sh
# How long is the certificate good that the server on this host serves? Changes nothing.
# environment: NAME (that is asked for), PORT, ADDRESS (127.0.0.1), STARTTLS (the protocol that turns to TLS, or none)
# Prints JSON: days_left (whole days, negative: expired so long ago), serial. No certificate at all: exit 4.
set -u
export LC_ALL=C
NAME=${NAME:?} PORT=${PORT:-443} ADDRESS=${ADDRESS:-127.0.0.1}
case ${STARTTLS:-none} in none) set -- ;; *) set -- -starttls "$STARTTLS" ;; esac

pem=$(timeout -k 1 8 openssl s_client -connect "$ADDRESS:$PORT" -servername "$NAME" "$@" </dev/null 2>/dev/null |
    openssl x509 2>/dev/null) || {
    echo "no certificate from $ADDRESS:$PORT" >&2
    exit 4
}
end=$(printf '%s\n' "$pem" | openssl x509 -noout -enddate | cut -d= -f2)
serial=$(printf '%s\n' "$pem" | openssl x509 -noout -serial | cut -d= -f2)
left=$(($(date -d "$end" +%s) - $(date +%s)))
# Rounded down: what expired an hour ago has -1 day left.
[ "$left" -ge 0 ] && days=$((left / 86400)) || days=$(((left - 86399) / 86400))
printf '{"days_left": %s, "serial": "%s"}\n' "$days" "$serial"
