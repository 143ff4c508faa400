#!/bin/sh
# Is there a snapshot on this host that a run of Blackstart has taken, young enough and whole? Changes nothing.
# environment: ARTIFACT_DIR (/var/tmp) · WITHIN  seconds (1800)
# Prints JSON: found, age_seconds (of the newest whole one, -1: none), file. Copies of files count where nobody could
# take a snapshot.
set -u
export LC_ALL=C ETCDCTL_API=3
now=$(date +%s)
found=false age=-1 file=''
for candidate in "${ARTIFACT_DIR:-/var/tmp}"/blackstart-*.snapshot; do
    [ -s "$candidate" ] || continue
    # a name ends in the name of the step, with an attempt behind it
    case $candidate in *take_snapshot* | *copy_files* | *store_snapshot*) ;; *) continue ;; esac
    old=$((now - $(stat -c %Y "$candidate")))
    [ "$old" -le "${WITHIN:-1800}" ] || continue
    if [ "$age" != -1 ] && [ "$old" -ge "$age" ]; then continue; fi
    case $candidate in
    *copy_files*) timeout 15 tar -tf "$candidate" >/dev/null 2>&1 || continue ;;
    *)
        tool=etcdctl
        ! command -v etcdutl >/dev/null 2>&1 || tool=etcdutl
        timeout 15 "$tool" snapshot status "$candidate" -w json 2>/dev/null | grep -qE '"totalKey":[1-9]' || continue
        ;;
    esac
    found=true age=$old file=$candidate
done
printf '{"found":%s,"age_seconds":%s,"file":"%s"}\n' "$found" "$age" "$file"
