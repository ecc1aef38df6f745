#!/bin/sh
# Copies the database and the files of a running node into a folder: deploy/backup.sh /backup
# Reads HEMICYCLE_DATA and DATABASE_URL as the node does; needs sqlite3 or pg_dump.
set -eu

target="${1:?say where to: deploy/backup.sh FOLDER}"
data="${HEMICYCLE_DATA:?HEMICYCLE_DATA is not set}"
stamp="$(date -u +%Y%m%dT%H%M%SZ)"
umask 077
mkdir -p "$target"

if [ -n "${DATABASE_URL:-}" ]; then
    pg_dump --format=custom --file="$target/hemicycle-$stamp.dump" "$DATABASE_URL"
else
    # The .backup command waits for writers and takes what stands in the write-ahead log with it.
    sqlite3 "$data/hemicycle.sqlite3" ".timeout 20000" ".backup '$target/hemicycle-$stamp.sqlite3'"
fi

set --
for name in files media secret_key; do
    [ ! -e "$data/$name" ] || set -- "$@" "$name"
done
tar -C "$data" -czf "$target/hemicycle-$stamp.tar.gz" "$@"
echo "Kept in $target: hemicycle-$stamp"
