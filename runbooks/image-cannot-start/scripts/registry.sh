#!/bin/sh
# Does the registry answer at its address, and how far is this host's clock from its own? Any HTTP answer counts, also
# one that wants a login. Certificates are not checked: whether they fit is the clock's and the name's question.
# environment: ADDRESS · PORT (443)
# Prints JSON: answers, code (0: none), scheme, skew_seconds (this clock less the registry's; 0 where it does not say).
set -u
export LC_ALL=C
: "${ADDRESS:?ADDRESS is the address of the registry}"
case $ADDRESS in *:*) ADDRESS="[$ADDRESS]" ;; esac
command -v curl >/dev/null 2>&1 || {
    echo "curl is not here, so the registry was not asked" >&2
    exit 2
}
for scheme in https http; do
    head=$(curl -sk -m 4 -o /dev/null -D - "$scheme://$ADDRESS:${PORT:-443}/v2/" 2>/dev/null | tr -d '\r')
    code=$(printf '%s\n' "$head" | sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p')
    case $code in
    200 | 401 | 403)
        there=$(date -d "$(printf '%s\n' "$head" | sed -n 's/^[Dd]ate: //p')" +%s 2>/dev/null) || there=''
        now=$(date +%s)
        printf '{"answers":true,"code":%s,"scheme":"%s","skew_seconds":%s}\n' "$code" "$scheme" "$((now - ${there:-$now}))"
        exit 0
        ;;
    esac
done
printf '{"answers":false,"code":%d,"scheme":"","skew_seconds":0}\n' "${code:-0}"
