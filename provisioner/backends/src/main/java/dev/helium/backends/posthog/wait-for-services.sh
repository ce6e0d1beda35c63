for address in "$@"; do
  until timeout 5 bash -c "</dev/tcp/${address%:*}/${address##*:}" 2>/dev/null; do
    echo "waiting for ${address}"
    sleep 2
  done
done
