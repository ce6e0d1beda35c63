#!/bin/sh
# Prints each event of Helium on a line, and goes on where it was when the connection breaks.
# The first argument is what is wanted, such as 'workspace=example&from=beginning'.
set -eu

url=${HELIUM_URL:-http://127.0.0.1:2323}
token_file=${HELIUM_TOKEN_FILE:-.helium/token}
query=${1:-}
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
trap 'exit 0' INT TERM
: >"$state/last"
: >"$state/code"

# The token goes by standard input: arguments can be seen by everybody on the machine.
listen() {
  printf 'header = "Authorization: Bearer %s"\nheader = "Last-Event-ID: %s"\n' \
    "$(cat "$token_file")" "$(cat "$state/last")" |
    curl --config - --no-buffer --silent --show-error --fail \
      --retry 30 --retry-connrefused "$url/v1/api/events?$query" || echo $? >"$state/code"
}

while :; do
  listen | while IFS= read -r line; do
    case $line in
      'id: '*) id=${line#id: } ;;
      'data: '*) printf '%s\n' "${line#data: }" ;;
      # Only now the block is whole.
      '') printf '%s' "${id:-}" >"$state/last" ;;
    esac
  done
  # A refusal stays one however often it is asked for.
  [ "$(cat "$state/code")" != 22 ] || exit 1
  sleep 1
done
