-- Web hooks of tables: a trigger supabase_functions.http_request(url, method, headers, params, timeout in ms) calls
-- out through pg_net and notes which request it was. Studio makes such triggers.
BEGIN;

-- A trigger of the image makes the role, if it is not there yet, and lets it and those of the API call out.
CREATE EXTENSION IF NOT EXISTS pg_net SCHEMA extensions;
GRANT supabase_functions_admin TO postgres;
CREATE SCHEMA supabase_functions;
ALTER ROLE supabase_functions_admin SET search_path = supabase_functions;

CREATE TABLE supabase_functions.migrations (
  version text PRIMARY KEY,
  inserted_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO supabase_functions.migrations (version) VALUES ('initial'), ('20210809183423_update_grants');

CREATE TABLE supabase_functions.hooks (
  id bigserial PRIMARY KEY,
  hook_table_id integer NOT NULL,
  hook_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  request_id bigint
);
CREATE INDEX ON supabase_functions.hooks (request_id);
CREATE INDEX ON supabase_functions.hooks (hook_table_id, hook_name);

CREATE FUNCTION supabase_functions.http_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = supabase_functions AS $function$
DECLARE
  url text := nullif(TG_ARGV[0], 'null');
  method text := nullif(TG_ARGV[1], 'null');
  headers jsonb := coalesce(nullif(TG_ARGV[2], 'null'), '{"Content-Type": "application/json"}');
  params jsonb := coalesce(nullif(TG_ARGV[3], 'null'), '{}');
  timeout integer := coalesce(nullif(TG_ARGV[4], 'null'), '1000');
  request bigint;
BEGIN
  IF url IS NULL OR method IS NULL THEN
    RAISE EXCEPTION 'url argument and method argument are needed';
  END IF;
  CASE method
    WHEN 'GET' THEN
      request := net.http_get(url, params, headers, timeout);
    WHEN 'POST' THEN
      request := net.http_post(
        url,
        jsonb_build_object(
          'type', TG_OP, 'schema', TG_TABLE_SCHEMA, 'table', TG_TABLE_NAME,
          'record', CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END,
          'old_record', CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END),
        params, headers, timeout);
    ELSE
      RAISE EXCEPTION 'method argument % is neither GET nor POST', method;
  END CASE;
  INSERT INTO hooks (hook_table_id, hook_name, request_id) VALUES (TG_RELID, TG_NAME, request);
  RETURN NEW;
END
$function$;

ALTER TABLE supabase_functions.migrations OWNER TO supabase_functions_admin;
ALTER TABLE supabase_functions.hooks OWNER TO supabase_functions_admin;
ALTER FUNCTION supabase_functions.http_request() OWNER TO supabase_functions_admin;
ALTER SCHEMA supabase_functions OWNER TO supabase_admin;

GRANT ALL ON SCHEMA supabase_functions TO supabase_functions_admin;
GRANT USAGE ON SCHEMA supabase_functions TO postgres, anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES IN SCHEMA supabase_functions
  GRANT ALL ON TABLES TO postgres, anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES IN SCHEMA supabase_functions
  GRANT ALL ON FUNCTIONS TO postgres, anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES IN SCHEMA supabase_functions
  GRANT ALL ON SEQUENCES TO postgres, anon, authenticated, service_role;
REVOKE ALL ON FUNCTION supabase_functions.http_request() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION supabase_functions.http_request() TO postgres, anon, authenticated, service_role;

COMMIT;
