#!/bin/sh
# Does the DNS of the gateway answer for a name? An answer that says there is no such name is one too.
# environment: GATEWAY  its address · DNS_NAME  the name to ask for, none to ask nothing
# Prints JSON: asked, answers, said (dig's status, or timed out). Exit 2 and no JSON without dig.
set -u
: "${GATEWAY:?GATEWAY is the address whose DNS is asked}"
if [ "${DNS_NAME:-none}" = none ]; then
    echo '{"asked": false, "answers": false, "said": ""}'
    exit 0
fi
command -v dig >/dev/null 2>&1 || {
    echo "dig is not here, so the DNS of $GATEWAY was not asked" >&2
    exit 2
}
# a forwarder that waits for a dead resolver says SERVFAIL or nothing at all, over UDP and TCP alike
for way in +notcp +tcp; do
    said=$(timeout -k 1 5 dig "@$GATEWAY" +time=2 +tries=1 "$way" "$DNS_NAME" A 2>/dev/null |
        sed -n 's/.*status: \([A-Z]*\),.*/\1/p' | head -n 1)
    case $said in NOERROR | NXDOMAIN)
        printf '{"asked": true, "answers": true, "said": "%s"}\n' "$said"
        exit 0
        ;;
    esac
done
printf '{"asked": true, "answers": false, "said": "%s"}\n' "${said:-timed out}"
