python manage.py notify_helm_install || true
python manage.py migrate
python manage.py migrate_clickhouse
