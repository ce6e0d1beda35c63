-- Where realtime keeps its tenants.
\set owner `echo "$POSTGRES_USER"`
CREATE SCHEMA IF NOT EXISTS _realtime;
ALTER SCHEMA _realtime OWNER TO :"owner";
