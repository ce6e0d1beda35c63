# Brings ClickHouse to the shape that the pages need. What is there already is fine; anything else that it refuses
# ends the container, with what it said.
set -euo pipefail
until curl --silent --show-error --fail --max-time 2 --output /dev/null "$CLICKHOUSE_HOST/ping"; do
  sleep 2
done
# By a file, past the list of processes.
umask 077
printf 'header = "X-ClickHouse-User: %s"\nheader = "X-ClickHouse-Key: %s"\n' \
  "$CLICKHOUSE_USER" "$CLICKHOUSE_PASSWORD" >/tmp/credentials
printf '%s\n' /app/helicone/clickhouse/migrations/* | sort --version-sort | while read -r migration; do
  status=$(curl --silent --show-error --config /tmp/credentials --output /tmp/answer --write-out '%{http_code}' \
    --data-binary "@$migration" "$CLICKHOUSE_HOST")
  if [ "$status" = 200 ]; then
    echo "$migration: done"
  elif grep --quiet 'already exists' /tmp/answer; then
    echo "$migration: was done before"
  else
    echo "$migration: ClickHouse answers $status: $(cat /tmp/answer)" >&2
    exit 1
  fi
done
