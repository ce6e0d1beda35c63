package dev.helium.backends.hash;

import dev.helium.backends.Problem;
import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules between values. */
final class HashRules {
  private static final List<String> HOSTS =
      List.of("frontend.domain", "api.domain", "kratos.domain");
  private static final List<String> DATABASE =
      List.of("pg.password", "graph.pg.password", "kratos.pg.password");

  /** Values that stand in a secret of the user's, where one is named. */
  private static final Map<String, List<String>> KEPT_THERE =
      Map.of(
          "pg.existingSecret",
          List.of("pg.password", "graph.pg.password", "kratos.pg.password", "realtime.pg.password"),
          "kratos.existingSecret",
          List.of("kratos.apiSecret", "kratos.cookieSecret", "kratos.cipherSecret"),
          "api.existingSecret",
          List.of("api.SESSION_SECRET", "api.SYSTEM_USER_PASSWORD", "api.HASH_SEED_USERS"),
          "opensearch.existingSecret",
          List.of("opensearch.password"));

  private HashRules() {}

  static List<Problem> broken(Values values) {
    List<Problem> problems = new ArrayList<>();
    databaseOpens(values, problems);
    searchOpens(values, problems);
    hostsDiffer(values, problems);
    if (values.number("kratos.publicPort") == values.number("kratos.privatePort")) {
      problems.add(new Problem("kratos.privatePort", "must differ from kratos.publicPort"));
    }
    KEPT_THERE.forEach(
        (secret, paths) -> {
          if (values.has(secret)) {
            paths.stream()
                .filter(values::has)
                .forEach(path -> problems.add(new Problem(path, "is in " + secret + " already")));
          }
        });
    return problems;
  }

  private static void databaseOpens(Values values, List<Problem> problems) {
    if (Plan.ownDatabase(values) || values.has("pg.existingSecret")) {
      return;
    }
    DATABASE.stream()
        .filter(path -> !values.has(path))
        .forEach(
            path ->
                problems.add(
                    new Problem(
                        path,
                        "must be given, or pg.existingSecret, as pg.host is a server of yours")));
  }

  private static void searchOpens(Values values, List<Problem> problems) {
    if (values.has("opensearch.username")
        && !values.has("opensearch.password")
        && !values.has("opensearch.existingSecret")) {
      problems.add(
          new Problem(
              "opensearch.password",
              "must be given, or opensearch.existingSecret, with opensearch.username"));
    }
  }

  /** Names that are not given are made different. */
  private static void hostsDiffer(Values values, List<Problem> problems) {
    Set<String> seen = new HashSet<>();
    HOSTS.stream()
        .filter(values::has)
        .filter(path -> !seen.add(values.text(path)))
        .forEach(path -> problems.add(new Problem(path, "must be another host than the others")));
  }
}
