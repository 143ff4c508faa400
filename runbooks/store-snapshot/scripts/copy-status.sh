#!/bin/sh
# Is the copy of a data directory whole? Changes nothing.
# environment: SNAPSHOT  the file
# Prints JSON: db (its snapshot is in it), wal (a write-ahead log is), files.
set -u
names=$(tar -tf "${SNAPSHOT:?SNAPSHOT is the file}") || exit 1
db=false wal=false
case $names in *member/snap/db*) db=true ;; esac
case $names in *member/wal/*.wal*) wal=true ;; esac
printf '{"db":%s,"wal":%s,"files":%s}\n' "$db" "$wal" "$(printf '%s\n' "$names" | wc -l)"
