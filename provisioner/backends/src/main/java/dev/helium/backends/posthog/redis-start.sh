#!/bin/bash
# The password goes in through standard input: arguments can be read by everybody on the node.
configuration() {
  cat /opt/bitnami/redis/mounted-etc/redis.conf
  if [[ -n "${REDIS_PASSWORD:-}" ]]; then
    printf 'requirepass "%s"\nmasterauth "%s"\n' "$REDIS_PASSWORD" "$REDIS_PASSWORD"
  else
    echo 'protected-mode no'
  fi
}
exec redis-server - < <(configuration)
