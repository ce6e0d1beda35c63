-- Where Supabase's analytics keep what they write.
\set owner `echo "$POSTGRES_USER"`
CREATE SCHEMA IF NOT EXISTS _analytics AUTHORIZATION :"owner";
