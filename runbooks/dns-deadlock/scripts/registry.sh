#!/bin/sh
# Does the registry answer at its address? Any HTTP answer counts, also one that wants a login. Changes nothing.
# environment: ADDRESS · PORT (443)
# Prints JSON: answers, code (0: none), scheme.
set -u
: "${ADDRESS:?ADDRESS is the address of the registry}"
case $ADDRESS in *:*) ADDRESS="[$ADDRESS]" ;; esac
command -v curl >/dev/null 2>&1 || {
    echo "curl is not here, so the registry was not asked" >&2
    exit 2
}
for scheme in https http; do
    code=$(curl -sk -m 4 -o /dev/null -w '%{http_code}' "$scheme://$ADDRESS:${PORT:-443}/v2/" 2>/dev/null)
    case $code in
    200 | 401 | 403)
        printf '{"answers":true,"code":%s,"scheme":"%s"}\n' "$code" "$scheme"
        exit 0
        ;;
    esac
done
printf '{"answers":false,"code":%d,"scheme":""}\n' "${code:-0}"
