# A server keeps the number that it has begun with; a new one takes its own from its name.
if [[ -f /bitnami/zookeeper/data/myid ]]; then
  ZOO_SERVER_ID="$(cat /bitnami/zookeeper/data/myid)"
else
  ZOO_SERVER_ID="$((${POD_NAME##*-} + 1))"
fi
export ZOO_SERVER_ID
exec /entrypoint.sh /run.sh
