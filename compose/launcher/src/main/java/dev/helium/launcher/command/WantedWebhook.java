package dev.helium.launcher.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What a webhook is to be sent, as the command line says it; what is not said is not here. */
final class WantedWebhook {
  @Option(
      names = "--workspace",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = WorkspaceNames.class,
      description = "Of these workspaces only.")
  private List<String> workspaces;

  @Option(
      names = "--type",
      split = ",",
      paramLabel = "TYPE",
      description = "Of these types only, such as dev.helium.workspace.deleted.*")
  private List<String> types;

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "NAME[=VALUE]",
      description = "Of workspaces that had all of these labels only.")
  private List<String> labels;

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      description = "Of workspaces that this person made only.")
  private String owner;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Of workspaces of this backend only.")
  private String backend;

  @Option(names = "--description", paramLabel = "TEXT", description = "For whoever looks later.")
  private String description;

  /** By the names of the API. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    say(fields, "workspaces", workspaces);
    say(fields, "types", types);
    say(fields, "labels", labels);
    say(fields, "owner", owner);
    say(fields, "backend", backend);
    say(fields, "description", description);
    return fields;
  }

  private static void say(Map<String, String> fields, String field, List<String> words) {
    if (words != null) {
      fields.put(field, String.join(",", words));
    }
  }

  private static void say(Map<String, String> fields, String field, String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }
}
