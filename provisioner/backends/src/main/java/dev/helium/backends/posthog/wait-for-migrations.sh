until plan="$(python manage.py showmigrations --plan)" && ! grep -qF '[ ]' <<<"${plan}"; do
  echo "waiting for the migrations of Postgres"
  sleep 5
done
until plan="$(python manage.py migrate_clickhouse --plan)" && ! grep -qF 'would get applied' <<<"${plan}"; do
  echo "waiting for the migrations of ClickHouse"
  sleep 5
done
