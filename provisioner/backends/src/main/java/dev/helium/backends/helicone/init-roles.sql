-- The components come as users of their own, all with the password of this database.
\set password `printf %s "$POSTGRES_PASSWORD"`
SELECT format('ALTER ROLE %I WITH PASSWORD %L', name, :'password')
  FROM unnest(ARRAY[
    'authenticator', 'pgbouncer', 'supabase_auth_admin', 'supabase_functions_admin', 'supabase_storage_admin'
  ]) AS name
\gexec
