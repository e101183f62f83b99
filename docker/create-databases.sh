#!/bin/sh
# Run once by the PostgreSQL image, when its volume is empty: one database and one owner
# for the application, one for Camunda's secondary storage.
set -eu

create() {
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$1" -v password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name" encoding 'UTF8';
SQL
}

create binome "$BINOME_DB_PASSWORD"
create camunda "$CAMUNDA_DB_PASSWORD"
