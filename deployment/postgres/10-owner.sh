#!/bin/bash
# On the first start over an empty volume: the role that owns MITA's database, and the database. The role may create
# the services' own, and is no superuser.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -X --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  -v password="$MITA_DATABASE_OWNER_PASSWORD" <<'SQL'
create role mita login createrole password :'password';
create database mita owner mita;
SQL
