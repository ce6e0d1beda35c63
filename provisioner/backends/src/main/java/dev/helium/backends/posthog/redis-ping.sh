#!/bin/bash
# How many seconds to wait for an answer, and what it has to begin with.
answer="$(timeout "$1" redis-cli -h localhost -p "$REDIS_PORT" ping)"
if [[ ! "$answer" =~ ^($2) ]]; then
  echo "$answer"
  exit 1
fi
