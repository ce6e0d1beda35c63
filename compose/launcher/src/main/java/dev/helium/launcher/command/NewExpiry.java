package dev.helium.launcher.command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command that moves an expiry is told. */
final class NewExpiry {
  @Parameters(index = "0", paramLabel = "NAME")
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

  String expiry() {
    return expiry;
  }

  String why() {
    return why;
  }
}
