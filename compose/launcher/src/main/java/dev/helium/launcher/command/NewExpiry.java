package dev.helium.launcher.command;

import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command that moves an expiry is told. */
final class NewExpiry {
  @Parameters(index = "0", paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "EXPIRY",
      description = "A date (it goes at the midnight ending it) or an instant.")
  private String expiry;

  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Kept with it.")
  private String why;

  String name() {
    return name;
  }

  /** By the names of the API. */
  Map<String, String> fields() {
    return Map.of("expiry", expiry, "why", why);
  }
}
