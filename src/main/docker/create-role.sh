#!/bin/bash
# The role that the application works as. Not the owner of the tables: what is final it cannot change.
set -euo pipefail
psql --no-psqlrc -v ON_ERROR_STOP=1 -v password="$MINQING_ROLE_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role minqing_app login password :'password';
SQL
