# Until the database takes connections; it does not while it is being made.
until pg_isready --host "$DB_HOST" --port "$DB_PORT" --username "$DB_USER" --timeout 2; do
  sleep 2
done
