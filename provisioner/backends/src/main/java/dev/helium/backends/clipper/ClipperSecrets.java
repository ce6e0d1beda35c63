package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.secret;

import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.GeneratedSecret.RsaKeys;
import dev.helium.backends.product.GeneratedSecret.Text;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets of a workspace that the user has not brought. */
final class ClipperSecrets {
  /** Address of the database for the migrations; only there when there are some. */
  static final String DATABASE_URL = "DATABASE_URL";

  /** What only the user can know; the API does without any of them. */
  private static final List<String> OF_OTHERS =
      List.of(
          "TWITCH_CLIENT_ID",
          "TWITCH_CLIENT_SECRET",
          "STRIPE_SECRET_KEY",
          "STRIPE_WEBHOOK_SECRET",
          "STRIPE_PRO_MONTHLY_PRICE_ID",
          "STRIPE_PRO_YEARLY_PRICE_ID",
          "SENTRY_DSN",
          "SENDGRID_API_KEY",
          "OPENAI_API_KEY",
          "OPENSEARCH_USERNAME",
          "OPENSEARCH_PASSWORD");

  /** The API takes exactly as many bytes. */
  private static final int ENCRYPTION_KEY_LENGTH = 32;

  private final Plan plan;
  private final Values values;
  private final Passwords passwords;

  ClipperSecrets(Plan plan) {
    this.plan = plan;
    this.values = plan.values();
    this.passwords = plan.passwords();
  }

  static List<GeneratedSecret> declared(Values values) {
    List<GeneratedSecret> secrets = new ArrayList<>();
    secrets.add(new Text("db-password", 32));
    secrets.add(new Text("redis-password", 32));
    secrets.add(new Text("grafana-password", 24));
    if (makesBackend(values)) {
      secrets.add(new Text("jwt-secret", 64));
      secrets.add(new RsaKeys("jwt"));
      secrets.add(new Text("mfa-encryption-key", ENCRYPTION_KEY_LENGTH));
    }
    return secrets;
  }

  static List<HasMetadata> objects(Plan plan) {
    return new ClipperSecrets(plan).objects();
  }

  private List<HasMetadata> objects() {
    List<HasMetadata> made = new ArrayList<>();
    if (makesBackend(values)) {
      made.add(secret(Names.BACKEND_SECRET, backend()));
    }
    if (plan.has("postgres") && passwords.postgres().secret().equals(Names.POSTGRES_SECRET)) {
      made.add(secret(Names.POSTGRES_SECRET, Map.of(Passwords.POSTGRES_KEY, databasePassword())));
    }
    if (plan.has("redis") && passwords.redis().secret().equals(Names.REDIS_SECRET)) {
      made.add(secret(Names.REDIS_SECRET, Map.of(Passwords.REDIS_KEY, cachePassword())));
    }
    return made;
  }

  private static boolean makesBackend(Values values) {
    return Plan.has(values, "backend") && !values.has("clipper-backend.secrets.existingSecret");
  }

  private Map<String, String> backend() {
    Map<String, String> content = new LinkedHashMap<>();
    if (passwords.postgresForBackend().isEmpty()) {
      content.put(Passwords.BACKEND_POSTGRES_KEY, databasePassword());
    }
    if (passwords.redisForBackend().isEmpty()) {
      content.put(Passwords.REDIS_KEY, cachePassword());
    }
    content.put("JWT_SECRET", given("JWT_SECRET", "jwt-secret"));
    content.put("JWT_PRIVATE_KEY", given("JWT_PRIVATE_KEY", "jwt-private"));
    content.put("JWT_PUBLIC_KEY", given("JWT_PUBLIC_KEY", "jwt-public"));
    content.put("MFA_ENCRYPTION_KEY", given("MFA_ENCRYPTION_KEY", "mfa-encryption-key"));
    OF_OTHERS.forEach(key -> content.put(key, plan.given(path(key), "")));
    if (values.flag("clipper-backend.migrations.enabled")) {
      content.put(DATABASE_URL, databaseUrl());
    }
    return content;
  }

  private String databasePassword() {
    return given(Passwords.BACKEND_POSTGRES_KEY, "db-password");
  }

  /** A cache of the user's may have none. */
  private String cachePassword() {
    return plan.has("redis")
        ? given(Passwords.REDIS_KEY, "redis-password")
        : plan.given(path(Passwords.REDIS_KEY), "");
  }

  private String databaseUrl() {
    Map<String, String> environment = BackendEnvironment.of(plan);
    return "postgres://%s:%s@%s:%s/%s?sslmode=%s"
        .formatted(
            encoded(environment.get("DB_USER")),
            encoded(databasePassword()),
            environment.get("DB_HOST"),
            environment.get("DB_PORT"),
            environment.get("DB_NAME"),
            environment.getOrDefault("DB_SSLMODE", "disable"));
  }

  private String given(String key, String generated) {
    return values.has(path(key)) ? values.text(path(key)) : plan.secrets().value(generated);
  }

  private static String path(String key) {
    return "clipper-backend.secrets." + key;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
