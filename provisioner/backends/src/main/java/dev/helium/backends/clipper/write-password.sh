set -eu
umask 077
if [ -n "$REDIS_PASSWORD" ]; then
  printf 'requirepass "%s"\n' "$(printf '%s' "$REDIS_PASSWORD" | sed 's/["\\]/\\&/g')" > /run/redis/password.conf
else
  : > /run/redis/password.conf
fi
