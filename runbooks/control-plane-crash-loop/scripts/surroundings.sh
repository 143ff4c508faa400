#!/bin/sh
# What else could keep the daemon from starting: expired certificates, a busy disk. Changes nothing.
# environment: CERTIFICATES  folder of the daemon's certificates
# Prints JSON: certificates, expired (how many by this host's clock), io_pressure (percent of the last 10 s in which
# every task waited for a disk, 0 where the kernel does not say), now (this host's clock).
set -u
export LC_ALL=C
certificates=0 expired=0
if command -v openssl >/dev/null 2>&1 && [ -d "${CERTIFICATES:-}" ]; then
    for file in "$CERTIFICATES"/*.crt "$CERTIFICATES"/*/*.crt; do
        [ -r "$file" ] || continue
        certificates=$((certificates + 1))
        timeout 5 openssl x509 -noout -checkend 0 -in "$file" >/dev/null 2>&1 || expired=$((expired + 1))
    done
fi
pressure=$(sed -n 's/^full avg10=\([0-9]*\).*/\1/p' /proc/pressure/io 2>/dev/null)
printf '{"certificates":%s,"expired":%s,"io_pressure":%s,"now":"%s"}\n' \
    "$certificates" "$expired" "${pressure:-0}" "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
