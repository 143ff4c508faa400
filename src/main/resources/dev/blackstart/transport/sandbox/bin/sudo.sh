#!/bin/sh
# sudo, in the world: drops its own options and runs the rest with the rights there are.
while [ $# -gt 0 ]; do
    case $1 in
    -u | -g | -h | -p | -C | -D) shift 2 ;;
    --)
        shift
        break
        ;;
    -*) shift ;;
    *) break ;;
    esac
done
[ $# -gt 0 ] || exit 0
case $1 in *=*) exec env "$@" ;; esac
exec "$@"
