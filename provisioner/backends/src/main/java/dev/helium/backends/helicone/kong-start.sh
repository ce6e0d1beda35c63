# Puts the keys into Kong's configuration, past the list of processes, and starts it.
set -eu
printf 's|@ANON_KEY@|%s|\ns|@SERVICE_ROLE_KEY@|%s|\n' "$SUPABASE_ANON_KEY" "$SUPABASE_SERVICE_KEY" |
  sed -f /dev/stdin /template/kong.yml >"$KONG_DECLARATIVE_CONFIG"
exec /docker-entrypoint.sh kong docker-start
