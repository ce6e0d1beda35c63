# Waits until something listens at each of the places, which a service does as soon as one of its pods is ready.
# Ends with 1 when that takes too long, so that the reason can be seen and the pause until the next try grows.
for place in "$@"; do
  tries=0
  until timeout 5 bash -c ": <>/dev/tcp/$place" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -ge 60 ]; then
      echo "nothing answers at $place" >&2
      exit 1
    fi
    sleep 5
  done
done
