-- Runs once, as the superuser, when the data folder is new: who may use the database, and what is theirs.
-- Migrations run as the superuser, as nobody else may make anything in the schema "public".
\set kratos_user `printenv HASH_KRATOS_PG_USER`
\set kratos_password `printenv HASH_KRATOS_PG_PASSWORD`
\set kratos_database `printenv HASH_KRATOS_PG_DATABASE`
\set graph_user `printenv HASH_GRAPH_PG_USER`
\set graph_password `printenv HASH_GRAPH_PG_PASSWORD`
\set graph_database `printenv HASH_GRAPH_PG_DATABASE`
\set realtime_user `printenv HASH_GRAPH_REALTIME_PG_USER`
\set realtime_password `printenv HASH_GRAPH_REALTIME_PG_PASSWORD`

CREATE ROLE :"kratos_user" LOGIN PASSWORD :'kratos_password';
CREATE DATABASE :"kratos_database";
GRANT CONNECT ON DATABASE :"kratos_database" TO :"kratos_user";

CREATE ROLE :"graph_user" LOGIN PASSWORD :'graph_password';
CREATE DATABASE :"graph_database";
GRANT CONNECT ON DATABASE :"graph_database" TO :"graph_user";

CREATE ROLE :"realtime_user" LOGIN REPLICATION PASSWORD :'realtime_password';

\connect :"kratos_database"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO :"kratos_user";
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"kratos_user";

\connect :"graph_database"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO :"graph_user";
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"graph_user";
