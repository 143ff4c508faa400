#!/bin/sh
# Checks what was taken out of a journal: the signature over the heads, then each chain up to its
# head. Needs sh, openssl (3.0 or newer) and sha256sum.
#
#   sh verify.sh [PUBLIC-KEY]
#
# Give the public key that you got from somebody you trust. The key that lies beside this file
# proves only that nothing was changed since whoever signed it did.
set -eu
key=${1-}
[ -z "$key" ] || key=$(cd "$(dirname "$key")" && pwd)/$(basename "$key")
cd "$(dirname "$0")"
bad=0
if [ -z "$key" ]; then
    key=signing-key.pub.pem
    echo "note: checked against the key in this folder; compare its fingerprint with its owner's:"
    openssl pkey -pubin -in "$key" -outform DER | sha256sum | cut -d' ' -f1
fi
if openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in heads.txt -sigfile heads.txt.sig >/dev/null 2>&1; then
    echo "heads.txt: the signature verifies"
else
    echo "heads.txt: the signature does NOT verify"
    bad=1
fi

# events of one chain, each hashed with the one before it
follow() {
    before=0000000000000000000000000000000000000000000000000000000000000000
    expected=1
    while IFS=' ' read -r hash sequence at json; do
        [ "$sequence" = "$expected" ] || { echo "event $sequence stands where $expected should"; return 1; }
        real=$(printf '%s\n%s\n%s\n%s\n%s' "$before" "$1" "$sequence" "$at" "$json" | sha256sum | cut -d' ' -f1)
        [ "$real" = "$hash" ] || { echo "event $sequence does not verify"; return 1; }
        before=$hash
        expected=$((expected + 1))
    done <"chains/$1.chain"
    [ "$((expected - 1)) $before" = "$2 $3" ] || { echo "it does not end at its head"; return 1; }
}

while read -r run events head damaged; do
    case $run in '#'*) continue ;; esac
    if said=$(follow "$run" "$events" "$head"); then
        echo "$run: events 1 to $events verify${damaged:+; what followed was damaged in the journal}"
        [ -z "$damaged" ] || bad=1
    else
        echo "$run: $said"
        bad=1
    fi
done <heads.txt
for chain in chains/*.chain; do
    run=$(basename "$chain" .chain)
    grep -q "^$run " heads.txt || { echo "$run: a chain that no head names"; bad=1; }
done
exit $bad
