package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.secret;

import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.GeneratedSecret.Text;
import dev.helium.backends.product.Secrets;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets of a workspace: each a generated value or the user's, unless a whole secret is the
 * user's ({@code existingSecret}), which then has the same keys.
 */
final class Credentials {
  static final String SUPERUSER_PASSWORD = "POSTGRES_PASSWORD";
  static final String GRAPH_PASSWORD = "HASH_GRAPH_PG_PASSWORD";
  static final String KRATOS_PASSWORD = "HASH_KRATOS_PG_PASSWORD";
  static final String REALTIME_PASSWORD = "HASH_GRAPH_REALTIME_PG_PASSWORD";
  static final String GRAPH_MIGRATION_URL = "HASH_GRAPH_PG_MIGRATION_URL";
  static final String KRATOS_MIGRATION_DSN = "HASH_KRATOS_PG_MIGRATION_DSN";
  static final String KRATOS_DSN = "HASH_KRATOS_PG_DSN";
  static final String KRATOS_API_KEY = "KRATOS_API_KEY";
  static final String COOKIE_SECRET = "SECRETS_COOKIE";
  static final String CIPHER_SECRET = "SECRETS_CIPHER";
  static final String SMTP_URI = "COURIER_SMTP_CONNECTION_URI";
  static final String HOOK_FILE = "registration-hook.yml";
  static final String SESSION_SECRET = "SESSION_SECRET";
  static final String SYSTEM_USER_PASSWORD = "SYSTEM_USER_PASSWORD";
  static final String SEED_USERS = "HASH_SEED_USERS";
  static final String SEARCH_PASSWORD = "HASH_OPENSEARCH_PASSWORD";

  /** What the cipher of the identity server takes, no more and no less. */
  private static final int CIPHER_LENGTH = 32;

  private final Values values;
  private final Secrets secrets;

  Credentials(Values values, Secrets secrets) {
    this.values = values;
    this.secrets = secrets;
  }

  static List<GeneratedSecret> declared() {
    return List.of(
        new Text("pg-password", 32),
        new Text("graph-password", 32),
        new Text("kratos-password", 32),
        new Text("realtime-password", 32),
        new Text("kratos-api-key", 32),
        new Text("cookie-secret", 32),
        new Text("cipher-secret", CIPHER_LENGTH),
        new Text("session-secret", 48),
        new Text("system-user-password", 24),
        new Text("admin-password", 24),
        new Text("alice-password", 24));
  }

  /** Passwords of the database's users, and the addresses that hold them. */
  String database() {
    return name("pg", Names.DATABASE);
  }

  /** Of the identity server, and the key with which the API and it know each other. */
  String kratos() {
    return name("kratos", Names.KRATOS);
  }

  /** Of the API: the system user's and the first users' passwords among them. */
  String api() {
    return name("api", Names.API);
  }

  /** Of the search engine, which is the user's. */
  String search() {
    return name("opensearch", Names.SEARCH_LOADER);
  }

  /** Those that are not the user's. */
  List<HasMetadata> objects() {
    List<HasMetadata> made = new ArrayList<>();
    if (!values.has("pg.existingSecret")) {
      made.add(secret(database(), databaseContent()));
    }
    if (!values.has("kratos.existingSecret")) {
      made.add(secret(kratos(), kratosContent()));
    }
    if (!values.has("api.existingSecret")) {
      made.add(secret(api(), apiContent()));
    }
    if (values.has("opensearch.password")) {
      made.add(secret(search(), Map.of(SEARCH_PASSWORD, values.text("opensearch.password"))));
    }
    return made;
  }

  private Map<String, String> databaseContent() {
    String superuser = values.text("pg.user");
    String password = given("pg.password", "pg-password");
    String graph = values.text("graph.pg.database");
    String kratos = values.text("kratos.pg.database");
    String kratosPassword = given("kratos.pg.password", "kratos-password");
    Map<String, String> content = new LinkedHashMap<>();
    content.put(SUPERUSER_PASSWORD, password);
    content.put(GRAPH_PASSWORD, given("graph.pg.password", "graph-password"));
    content.put(KRATOS_PASSWORD, kratosPassword);
    content.put(REALTIME_PASSWORD, given("realtime.pg.password", "realtime-password"));
    content.put(GRAPH_MIGRATION_URL, DatabaseUrl.of(values, superuser, password, graph));
    content.put(KRATOS_MIGRATION_DSN, DatabaseUrl.of(values, superuser, password, kratos));
    content.put(
        KRATOS_DSN, DatabaseUrl.of(values, values.text("kratos.pg.user"), kratosPassword, kratos));
    return content;
  }

  private Map<String, String> kratosContent() {
    String apiKey = given("kratos.apiSecret", "kratos-api-key");
    return Map.of(
        KRATOS_API_KEY, apiKey,
        COOKIE_SECRET, given("kratos.cookieSecret", "cookie-secret"),
        CIPHER_SECRET, given("kratos.cipherSecret", "cipher-secret"),
        SMTP_URI, values.text("kratos.smtpConnectionUri"),
        HOOK_FILE, RegistrationHook.file(values.number("api.internal.port"), apiKey));
  }

  private Map<String, String> apiContent() {
    return Map.of(
        SESSION_SECRET,
        given("api.SESSION_SECRET", "session-secret"),
        SYSTEM_USER_PASSWORD,
        given("api.SYSTEM_USER_PASSWORD", "system-user-password"),
        SEED_USERS,
        values.has("api.HASH_SEED_USERS")
            ? values.text("api.HASH_SEED_USERS")
            : SeedUsers.json(secrets.value("admin-password"), secrets.value("alice-password")));
  }

  private String given(String path, String generated) {
    return values.has(path) ? values.text(path) : secrets.value(generated);
  }

  private String name(String path, String component) {
    return values.has(path + ".existingSecret")
        ? values.text(path + ".existingSecret")
        : Names.credentials(component);
  }
}
