package dev.helium.launcher.command;

import dev.helium.launcher.client.Backend;
import dev.helium.launcher.client.CreateRequest;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.values.SaidValues;
import dev.helium.launcher.values.ValueSchema;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a workspace is to be, as the command line says it. */
final class WantedWorkspace {
  private static final String BACKEND = "backend";
  private static final String PARAMETERS = "parameters";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec specification;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Made up when left out.")
  private String name;

  @Option(
      names = "--expiry",
      paramLabel = "WHEN",
      defaultValue = "",
      description = "A date (it goes at the midnight ending it) or an instant.")
  private String expiry;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What makes it. ./helium backends lists them.")
  private String backend;

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The workspace in whose cluster it is made.")
  private String cluster;

  @Option(
      names = "--set",
      paramLabel = "VALUE=WORD",
      description =
          "A value for the backend, such as replicas=2, with dots for one in a map; several times"
              + " for several. ./helium backends NAME lists them.")
  private Map<String, String> said = new LinkedHashMap<>();

  @Option(
      names = "--values",
      paramLabel = "FILE",
      description = "YAML with all values for the backend, instead of --set.")
  private Path values;

  @Option(names = "--infra", paramLabel = "FILE", description = "JSON, sent as infraJson.")
  private Path infra;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "The archive of a chart, for the backend helm; at most 768 KiB.")
  private Path chart;

  @Option(
      names = "--label",
      paramLabel = "NAME=VALUE",
      description = "By which it is found again; several times for several.")
  private Map<String, String> labels = new LinkedHashMap<>();

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "FIELD=VALUE",
      description =
          "Any other field of the API: pachdVersion, consoleVersion, notebooksVersion,"
              + " mountServerVersion, helmVersion, disableNotebooks, cleanupOnFail; several times"
              + " for several.")
  private Map<String, String> fields = new LinkedHashMap<>();

  /**
   * What the server is asked.
   *
   * @param client tells what the backend takes, when values are said one by one
   * @param query how long its answer is waited for
   */
  CreateRequest request(HeliumClient client, String query) {
    Map<String, String> all = new TreeMap<>(own());
    Map<String, Path> files = new TreeMap<>();
    if (values != null) {
      files.put("valuesYaml", values);
    }
    if (infra != null) {
      files.put("infraJson", infra);
    }
    if (chart != null) {
      files.put("chart", chart);
    }
    fields.forEach(
        (field, value) -> {
          if (!all.getOrDefault(field, "").isEmpty() || files.containsKey(field)) {
            throw wrong("-p %s says again what another option says.".formatted(field));
          }
          all.put(field, value);
        });
    if (!said.isEmpty()) {
      if (values != null || fields.containsKey(PARAMETERS)) {
        throw wrong("--set cannot be given together with --values: write it into the file.");
      }
      all.put(PARAMETERS, SaidValues.of(said, schema(client, all.get(BACKEND))).toString());
    }
    return new CreateRequest(all, files, query);
  }

  /** Those that have an option of their own. */
  private Map<String, String> own() {
    return Map.of(
        "name",
        name,
        "expiry",
        expiry,
        BACKEND,
        backend,
        "clusterStack",
        cluster,
        "labels",
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(",")));
  }

  /** Of a backend that nobody knows nothing is known here: what is wrong, the server says. */
  private ValueSchema schema(HeliumClient client, String wanted) {
    List<Backend> known = client.backends().content();
    if (wanted.isEmpty() && known.size() != 1) {
      throw wrong(
          "--set needs --backend, as there are several: %s."
              .formatted(known.stream().map(Backend::name).collect(Collectors.joining(", "))));
    }
    return known.stream()
        .filter(candidate -> wanted.isEmpty() || candidate.name().equals(wanted))
        .findFirst()
        .map(found -> new ValueSchema(found.parameters()))
        .orElseGet(ValueSchema::unknown);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(specification.commandLine(), sentence);
  }
}
