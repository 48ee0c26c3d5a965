#!/bin/sh
# A throw-away PostgreSQL cluster on a Unix socket, for tests only: nothing it holds survives a power cut.
# Does not touch any cluster of the system, and opens no port.
set -eu

usage() {
  cat <<'TEXT'
usage: postgres_cluster.sh start DIR    make or reuse the cluster in DIR; prints its connection string
       postgres_cluster.sh stop DIR     end it and remove DIR

Tests find it by:  export RAPPORT_TEST_POSTGRES="$(test/support/postgres_cluster.sh start DIR)"
Keep DIR short: a socket's path has at most 107 characters. In memory (a DIR under /dev/shm) a database
is made in 10 ms, on a disk in 250 ms.
TEXT
}

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed (Debian package postgresql-15)." >&2; exit 1; }

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi
}

is_running() { [ -d "$dir/data" ] && as_owner "$bin/pg_ctl" -D "$dir/data" status >/dev/null 2>&1; }

create() {
  mkdir -p "$dir"
  [ "$(id -u)" != 0 ] || chown postgres:postgres "$dir"
  as_owner "$bin/initdb" -D "$dir/data" -U rapport -A trust -E UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 || {
    cat "$dir/initdb.log" >&2
    exit 1
  }
  cat >>"$dir/data/postgresql.conf" <<TEXT
listen_addresses = ''
unix_socket_directories = '$dir'
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 200
shared_buffers = 64MB
wal_level = minimal
max_wal_senders = 0
min_wal_size = 32MB
max_wal_size = 64MB
autovacuum_naptime = 10min
logging_collector = off
TEXT
}

start() {
  [ -d "$dir/data" ] || create
  is_running || as_owner "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/postgres.log" start >/dev/null || {
    tail -n 20 "$dir/postgres.log" >&2
    exit 1
  }
  echo "host=$dir user=rapport dbname=postgres"
}

stop() {
  [ -f "$dir/data/PG_VERSION" ] || return 0
  ! is_running || as_owner "$bin/pg_ctl" -D "$dir/data" -w -m immediate stop >/dev/null
  rm -rf "$dir"
}

[ $# = 2 ] || { usage; [ "${1:-}" = --help ] && exit 0; exit 2; }
case $2 in
  /*) dir=$2 ;;
  *) dir=$PWD/$2 ;;
esac
case $1 in
  start) start ;;
  stop) stop ;;
  *) usage; exit 2 ;;
esac
