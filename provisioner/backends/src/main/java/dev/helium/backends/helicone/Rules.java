package dev.helium.backends.helicone;

import dev.helium.backends.Problem;
import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must hold between values; a schema looks at each alone. */
final class Rules {
  /** Which other part a variable of a part leads to. */
  private record Need(Part part, String variable, Part other) {}

  private static final List<Need> NEEDS =
      List.of(
          new Need(Part.WEB, "SUPABASE_URL", Part.KONG),
          new Need(Part.WORKER, "SUPABASE_URL", Part.KONG),
          new Need(Part.FUNCTIONS, "SUPABASE_URL", Part.KONG),
          new Need(Part.STUDIO, "SUPABASE_URL", Part.KONG),
          new Need(Part.STUDIO, "STUDIO_PG_META_URL", Part.META),
          new Need(Part.STORAGE, "POSTGREST_URL", Part.REST),
          new Need(Part.STORAGE, "IMGPROXY_URL", Part.IMGPROXY));

  private final Values all;
  private final List<Problem> problems = new ArrayList<>();

  private Rules(Values all) {
    this.all = all;
  }

  /** Every rule that is broken. */
  static List<Problem> broken(Values all) {
    Rules rules = new Rules(all);
    rules.database();
    rules.mail();
    NEEDS.forEach(rules::need);
    for (Part part : Part.values()) {
      if (part.isIn(all)) {
        rules.variables(part);
        rules.scaling(part);
        rules.affinity(part);
      }
    }
    rules.files();
    return List.copyOf(rules.problems);
  }

  private void database() {
    if (Part.DB.isIn(all)) {
      require(
          !all.has("database.host"),
          "database.host",
          "is for a database of somebody else's; set db.enabled to false");
    } else {
      require(all.has("database.host"), "database.host", "must be given when db is not enabled");
      require(
          all.has("db.secretName"),
          "db.secretName",
          "must name a secret with the database's user and password when db is not enabled");
    }
  }

  private void mail() {
    boolean named = all.has("smtp.username");
    require(
        named == all.has("smtp.password"),
        named ? "smtp.password" : "smtp.username",
        "must be given with the other one");
    require(
        !(named && all.has("smtp.secretName")),
        "smtp.secretName",
        "must not be given beside a username and password");
  }

  private void need(Need need) {
    require(
        !need.part().isIn(all)
            || need.other().isIn(all)
            || environment(need.part()).containsKey(need.variable()),
        need.other().path() + ".enabled",
        "must be true, or %s.environment.%s must lead elsewhere"
            .formatted(need.part().path(), need.variable()));
  }

  private void variables(Part part) {
    Variables own = Environment.variables(all, part);
    environment(part)
        .forEach(
            (name, value) -> {
              String path = part.path() + ".environment." + name;
              require(
                  !own.secret().containsKey(name) && !own.computed().containsKey(name),
                  path,
                  "comes from a secret; name one of your own instead");
              require(!value.contains("{{"), path, "must be plain: templates are not filled in");
            });
  }

  private void scaling(Part part) {
    Values own = part.in(all);
    if (!Scaling.isAutomatic(own)) {
      return;
    }
    String path = part.path() + ".autoscaling.";
    require(
        own.number("autoscaling.minReplicas") <= own.number("autoscaling.maxReplicas"),
        path + "minReplicas",
        "must be at most maxReplicas");
    require(
        Scaling.measures(own, "cpu") || Scaling.measures(own, "memory"),
        path + "targetCPUUtilizationPercentage",
        "must be more than 0, or targetMemoryUtilizationPercentage must be");
    for (String resource : List.of("cpu", "memory")) {
      require(
          !Scaling.measures(own, resource) || own.has("resources.requests." + resource),
          part.path() + ".resources.requests." + resource,
          "must be given when autoscaling goes by it");
    }
  }

  private void files() {
    Values storage = Part.STORAGE.in(all);
    require(
        !Part.STORAGE.isIn(all)
            || Scaling.most(storage) <= 1
            || (Claims.outlivesPods(storage) && Storage.areShareable(storage)),
        "storage.persistence.accessModes",
        "must have ReadWriteMany, and be enabled, for more than one pod: all work on the same"
            + " files");
  }

  private void affinity(Part part) {
    boolean understood = true;
    try {
      Nodes.affinity(part.in(all));
    } catch (IllegalArgumentException unfit) {
      understood = false;
    }
    require(understood, part.path() + ".affinity", "is not what Kubernetes takes");
  }

  private Map<String, String> environment(Part part) {
    return part.in(all).texts("environment");
  }

  private void require(boolean holds, String path, String rule) {
    if (!holds) {
      problems.add(new Problem(path, rule));
    }
  }
}
