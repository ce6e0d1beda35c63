package dev.helium.backends.product;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Manifest;
import dev.helium.backends.Problem;
import dev.helium.backends.schema.Defaults;
import dev.helium.backends.schema.SchemaCheck;
import dev.helium.backends.schema.SchemaCheck.Broken;
import dev.helium.backends.schema.Trees;
import dev.helium.backends.values.ValuesFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays what counts over each other: the schema's defaults, the profile, the request's fields, the
 * uploaded values; the later wins, and null takes away. What comes out is held against the schema.
 */
final class ValuesPlan {
  /** Where the values hold what the infrastructure file says. */
  static final String INFRASTRUCTURE = "infrastructure";

  /** The request field that it comes in. */
  static final String INFRASTRUCTURE_FIELD = "infraJson";

  private static final String PROFILE = "profile";

  private final Manifest manifest;
  private final RequestFields fields;
  private final Map<String, Object> defaults;
  private final Map<String, SchemaCheck> checks = new HashMap<>();

  ValuesPlan(Manifest manifest) {
    this.manifest = manifest;
    this.fields = new RequestFields(manifest);
    this.defaults = Defaults.of(manifest.parameters());
  }

  /**
   * What came of an input.
   *
   * @param problems every rule that it breaks; the values mean nothing when there is one
   */
  record Result(Values values, List<Problem> problems) {
    Result {
      problems = List.copyOf(problems);
    }
  }

  Result of(BackendInput input) {
    ValuesFile file = ValuesFile.read(input.valuesYaml());
    List<Problem> problems = new ArrayList<>(file.problems());
    problems.addAll(fields.unknown(input.parameters()));
    Map<String, Object> requested = fields.values(input.parameters());
    Map<String, Object> asked = Trees.merge(requested, file.values());
    Map<String, Object> profile =
        manifest.profiles().getOrDefault(profile(defaults, asked), Map.of());
    Map<String, Object> values =
        Trees.merge(Trees.merge(Trees.merge(defaults, profile), requested), file.values());
    for (Broken broken : check(ValuesFile.FIELD, manifest.parameters()).check(values)) {
      problems.add(
          new Problem(
              fields.name(broken.path(), input.parameters(), file.values()), broken.rule()));
    }
    infrastructure(input, problems).ifPresent(said -> values.put(INFRASTRUCTURE, said));
    return new Result(new Values(values), problems);
  }

  /** What the infrastructure file holds, its defaults filled in. */
  private Optional<Map<String, Object>> infrastructure(BackendInput input, List<Problem> problems) {
    if (manifest.infrastructure().isEmpty()) {
      return Optional.empty();
    }
    ValuesFile given = ValuesFile.ofJson(INFRASTRUCTURE_FIELD, input.infrastructureJson());
    Map<String, Object> whole = Trees.merge(Defaults.of(manifest.infrastructure()), given.values());
    problems.addAll(given.problems());
    for (Broken broken : check(INFRASTRUCTURE_FIELD, manifest.infrastructure()).check(whole)) {
      problems.add(new Problem(Trees.join(INFRASTRUCTURE_FIELD, broken.path()), broken.rule()));
    }
    return Optional.of(whole);
  }

  private static String profile(Map<String, Object> defaults, Map<String, Object> asked) {
    Object profile = asked.containsKey(PROFILE) ? asked.get(PROFILE) : defaults.get(PROFILE);
    return Optional.ofNullable(profile).map(String::valueOf).orElse("");
  }

  /** Made when first asked for: reading a schema takes longer than all else at the start. */
  private synchronized SchemaCheck check(String field, Map<String, Object> schema) {
    return checks.computeIfAbsent(field, ignored -> new SchemaCheck(schema));
  }
}
