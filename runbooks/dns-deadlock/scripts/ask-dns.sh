#!/bin/sh
# Does this very server answer for a name, with an address or with the news that there is none? Changes nothing.
# environment: SERVER  its address · NAME
# Prints JSON: answers, said (dig's status, or timed out). SERVFAIL and REFUSED are no answers. Exit 2 without dig.
set -u
: "${SERVER:?SERVER is the address to ask}" "${NAME:?NAME is the name to ask for}"
command -v dig >/dev/null 2>&1 || {
    echo "dig is not here, so $SERVER was not asked" >&2
    exit 2
}
for way in +notcp +tcp; do
    said=$(timeout -k 1 5 dig "@$SERVER" +time=2 +tries=1 "$way" "$NAME" A 2>/dev/null |
        sed -n 's/.*status: \([A-Z]*\),.*/\1/p' | head -n 1)
    case $said in NOERROR | NXDOMAIN)
        printf '{"answers":true,"said":"%s"}\n' "$said"
        exit 0
        ;;
    esac
done
printf '{"answers":false,"said":"%s"}\n' "${said:-timed out}"
