#!/bin/sh
# Puts back what an upload replaced; refuses when the file is neither ours nor that of before.
# UPLOAD_TO the file, UPLOAD_AFTER SHA-256 of what the upload put there
set -u
umask 077
refuse() {
    echo "blackstart: $UPLOAD_TO was left alone: $*" >&2
    exit 65
}
hash() { sha256sum <"$1" | cut -d ' ' -f 1; }

name=${UPLOAD_TO##*/}
folder=${UPLOAD_TO%/*}
cd -P "${folder:-/}" || refuse "its folder is not there"
kept=./.blackstart-$(printf %.16s "$UPLOAD_AFTER").$name
[ ! -L "./$name" ] || refuse "it is a symbolic link now"
now=absent
[ ! -e "./$name" ] || now=$(hash "./$name")
if [ -f "$kept.before" ]; then
    before=$(hash "$kept.before")
elif [ -f "$kept.absent" ]; then
    before=absent
else
    [ "$now" != "$UPLOAD_AFTER" ] || refuse "what was there before is not kept on this host"
    echo "$UPLOAD_TO is not as the upload left it, and there is nothing to put back"
    exit 0
fi
if [ "$now" = "$before" ]; then
    rm -f "$kept.before" "$kept.absent" "$kept.by"
    echo "$UPLOAD_TO is already as it was before"
    exit 0
fi
[ "$now" = "$UPLOAD_AFTER" ] || refuse "it is neither what the upload put there nor what was there before"
if [ "$before" = absent ]; then
    rm -f "./$name" || refuse "it cannot be removed"
    rm -f "$kept.absent"
else
    mv -f "$kept.before" "./$name" || refuse "the file of before cannot be put back"
fi
rm -f "$kept.by"
echo "$UPLOAD_TO is as it was before"
