package dev.helium.backends.clipper;

import dev.helium.backends.Problem;
import dev.helium.backends.product.Values;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rules between values. */
final class ClipperRules {
  private static final String SECRETS = "clipper-backend.secrets.";
  private static final String CONFIG = "clipper-backend.config.";
  private static final int LAST_PORT = 65_535;

  private final Values values;
  private final List<Problem> problems = new ArrayList<>();

  private ClipperRules(Values values) {
    this.values = values;
  }

  static List<Problem> broken(Values values) {
    ClipperRules rules = new ClipperRules(values);
    rules.somethingIsMade();
    rules.reached("postgres", "DB_HOST");
    rules.reached("redis", "REDIS_HOST");
    rules.opens();
    rules.saidOnce(
        "clipper-backend.secrets.existingSecret", List.of("DB_PASSWORD", "REDIS_PASSWORD"));
    rules.saidOnce("clipper-postgres.secrets.existingSecret", List.of("DB_PASSWORD"));
    rules.saidOnce("clipper-redis.secrets.existingSecret", List.of("REDIS_PASSWORD"));
    if (values.has("grafana.admin.existingSecret") && values.has("grafana.adminPassword")) {
      rules.problem("grafana.adminPassword", "is in grafana.admin.existingSecret already");
    }
    if (values.has(SECRETS + "JWT_PRIVATE_KEY") != values.has(SECRETS + "JWT_PUBLIC_KEY")) {
      rules.problem(SECRETS + "JWT_PUBLIC_KEY", "must be given with JWT_PRIVATE_KEY, or neither");
    }
    BackendEnvironment.misplaced(values)
        .forEach(
            name ->
                rules.problem(
                    BackendEnvironment.MORE + "." + name,
                    "is one of clipper-backend.config or secrets"));
    rules.migrates();
    rules.same("PORT", "clipper-backend.service.targetPort");
    if (Plan.has(values, "postgres")) {
      rules.same("DB_NAME", "clipper-postgres.config.database");
      rules.same("DB_USER", "clipper-postgres.config.username");
      rules.same("DB_PORT", "clipper-postgres.service.port");
    }
    if (Plan.has(values, "redis")) {
      rules.same("REDIS_PORT", "clipper-redis.service.port");
    }
    rules.scales("clipper-backend");
    rules.scales("clipper-frontend");
    rules.address(CONFIG + "OPENSEARCH_URL");
    return rules.problems;
  }

  private void somethingIsMade() {
    if (List.of("backend", "frontend", "postgres", "redis").stream()
        .noneMatch(component -> Plan.has(values, component))) {
      problem("backend.enabled", "must be true, or another of the four, as nothing is left");
    }
  }

  /** Of a database or cache that is made here the host is known; of another one it is not. */
  private void reached(String component, String host) {
    boolean given = values.has(CONFIG + host);
    if (!Plan.has(values, "backend")) {
      return;
    }
    if (Plan.has(values, component) && given) {
      problem(CONFIG + host, "is for a server of yours; set " + component + ".enabled to false");
    }
    if (!Plan.has(values, component) && !given) {
      problem(CONFIG + host, "must be given, as " + component + ".enabled is false");
    }
  }

  private void opens() {
    if (Plan.has(values, "backend")
        && !Plan.has(values, "postgres")
        && !values.has(SECRETS + "existingSecret")
        && !values.has(SECRETS + "DB_PASSWORD")) {
      problem(
          SECRETS + "DB_PASSWORD",
          "must be given, or " + SECRETS + "existingSecret, as postgres.enabled is false");
    }
  }

  private void saidOnce(String secret, List<String> keys) {
    if (values.has(secret)) {
      keys.stream()
          .filter(key -> values.has(SECRETS + key))
          .forEach(key -> problem(SECRETS + key, "is in " + secret + " already"));
    }
  }

  /** The address of the database, with its password, has to be in the secret of the API. */
  private void migrates() {
    if (values.flag("clipper-backend.migrations.enabled")) {
      if (!values.has("clipper-backend.migrations.image.repository")) {
        problem("clipper-backend.migrations.image.repository", "must be given to migrate");
      }
      if (values.has("clipper-postgres.secrets.existingSecret")
          && !values.has(SECRETS + "existingSecret")) {
        problem(
            SECRETS + "existingSecret",
            "must be given, with DATABASE_URL, to migrate with a password of yours");
      }
    }
  }

  private void same(String setting, String path) {
    if (values.has(CONFIG + setting)
        && !Objects.equals(values.text(CONFIG + setting), values.text(path))) {
      problem(CONFIG + setting, "must be the same as " + path);
    }
  }

  private void scales(String component) {
    if (values.number(component + ".autoscaling.minReplicas")
        > values.number(component + ".autoscaling.maxReplicas")) {
      problem(
          component + ".autoscaling.maxReplicas",
          "must not be less than " + component + ".autoscaling.minReplicas");
    }
  }

  private void address(String path) {
    if (values.has(path) && !isAddress(values.text(path))) {
      problem(path, "must be an address such as http://opensearch:9200");
    }
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null && address.getPort() <= LAST_PORT;
    } catch (URISyntaxException unfit) {
      return false;
    }
  }

  private void problem(String path, String rule) {
    problems.add(new Problem(path, rule));
  }
}
