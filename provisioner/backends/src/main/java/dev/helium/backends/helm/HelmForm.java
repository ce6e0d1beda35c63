package dev.helium.backends.helm;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Manifest;
import dev.helium.backends.Problem;
import dev.helium.backends.helm.release.YamlDocuments;
import dev.helium.backends.helm.source.ChartReference;
import dev.helium.backends.schema.SchemaCheck;
import dev.helium.backends.schema.SchemaCheck.Broken;
import dev.helium.backends.schema.Trees;
import dev.helium.backends.values.ValuesFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.YAMLException;

/** Checks what somebody asks for, without asking anybody. Thread-safe. */
final class HelmForm {
  private static final String VALUES = "values";
  private static final int LONGEST = 256 * 1024;

  private final Manifest manifest;
  private final HelmPolicy policy;
  private SchemaCheck check;

  HelmForm(Manifest manifest, HelmPolicy policy) {
    this.manifest = manifest;
    this.policy = policy;
  }

  /**
   * What came of an input.
   *
   * @param input nothing when there is a problem
   * @param problems every rule that is broken
   */
  record Result(Optional<HelmInput> input, List<Problem> problems) {
    Result {
      problems = List.copyOf(problems);
    }
  }

  Result read(BackendInput input) {
    ValuesFile file = ValuesFile.read(input.valuesYaml());
    List<Problem> problems = new ArrayList<>(file.problems());
    problems.addAll(unknown(input.parameters()));
    Map<String, Object> tree = Trees.merge(requested(input.parameters()), file.values());
    for (Broken broken : check().check(tree)) {
      problems.add(new Problem(name(broken.path()), broken.rule()));
    }
    if (!problems.isEmpty()) {
      return new Result(Optional.empty(), problems);
    }
    ChartForm chart = new ChartForm(policy);
    Optional<ChartReference> reference =
        chart.read(Trees.mapOrNone(tree.get("chart"), "chart"), input.archive());
    Optional<Map<String, Object>> values = values(input.valuesYaml());
    if (values.isEmpty()) {
      problems.add(new Problem(name(VALUES), "are no valid YAML as Helm reads it (version 1.1)"));
    }
    chart.problems().stream()
        .map(problem -> new Problem(name(problem.field()), problem.rule()))
        .forEach(problems::add);
    return new Result(
        problems.isEmpty()
            ? reference.map(
                found ->
                    new HelmInput(
                        found,
                        String.valueOf(tree.getOrDefault("releaseName", "")),
                        values.orElseThrow()))
            : Optional.empty(),
        problems);
  }

  private List<Problem> unknown(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> !parameter.getValue().isBlank())
        .map(Map.Entry::getKey)
        .filter(field -> !manifest.fields().containsKey(field))
        .filter(field -> !manifest.ignored().contains(field))
        .sorted()
        .map(field -> new Problem(field, "is not taken by the backend \"" + manifest.name() + "\""))
        .toList();
  }

  private Map<String, Object> requested(Map<String, String> parameters) {
    Map<String, Object> requested = new LinkedHashMap<>();
    manifest
        .fields()
        .forEach(
            (field, path) -> {
              String text = parameters.getOrDefault(field, "").strip();
              if (!text.isEmpty()) {
                requested.putAll(Trees.merge(requested, Trees.of(path, text)));
              }
            });
    return requested;
  }

  /** As the chart's own values are read, so that the same text means the same. */
  private static Optional<Map<String, Object>> values(String yaml) {
    try {
      return Optional.of(
          YamlDocuments.read(yaml, LONGEST).stream()
              .findFirst()
              .map(document -> Trees.mapOrNone(document.get(VALUES), VALUES))
              .orElse(Map.of()));
    } catch (YAMLException invalid) {
      return Optional.empty();
    }
  }

  private static String name(String path) {
    return path.isEmpty() ? ValuesFile.FIELD : ValuesFile.FIELD + "." + path;
  }

  /** Made when first asked for: reading a schema takes longer than all else at the start. */
  private synchronized SchemaCheck check() {
    if (check == null) {
      check = new SchemaCheck(manifest.parameters());
    }
    return check;
  }
}
