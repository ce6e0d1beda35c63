PGPASSWORD="$POSTGRESQL_PASSWORD" psql --username="$POSTGRESQL_USERNAME" --host=127.0.0.1 --port="$PGBOUNCER_PORT" --dbname="$POSTGRESQL_DATABASE" --tuples-only --command='SELECT 1;' | grep -q 1
