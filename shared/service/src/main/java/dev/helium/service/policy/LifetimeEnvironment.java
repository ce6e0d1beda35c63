package dev.helium.service.policy;

import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.WarningLeads;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The policy of lifetimes of a process: what its variables say, and over it what its file says. */
public final class LifetimeEnvironment {
  private static final String FILE = "HELIUM_POLICY";
  private static final String WARNINGS = "HELIUM_EXPIRY_WARNINGS";

  private LifetimeEnvironment() {}

  /** Blocks while the file is read. */
  public static LifetimePolicy read(Environment environment) {
    LifetimePolicy standard = standard(environment);
    try {
      return environment
          .optionalPath(FILE)
          .map(file -> PolicyFile.read(file, standard))
          .orElse(standard);
    } catch (PolicyException wrong) {
      throw new ConfigurationException(FILE, "names a policy with errors: " + wrong.getMessage());
    }
  }

  /** What its variables say alone, which counts where a file says nothing. */
  public static LifetimePolicy standard(Environment environment) {
    int maximum =
        environment.integer(
            "HELIUM_MAXIMUM_EXPIRATION_DAYS", 90, 1, PolicyDocument.LONGEST_LIFE_DAYS);
    ExpiryPolicy expiry =
        new ExpiryPolicy(
            zone(environment.text("HELIUM_TIME_ZONE", "UTC")),
            environment.integer("HELIUM_DEFAULT_EXPIRATION_DAYS", 1, 1, maximum),
            maximum);
    return new LifetimePolicy(
        expiry,
        Map.of(),
        Map.of(),
        environment.integer(
            "HELIUM_GRACE_DAYS",
            LifetimePolicy.STANDARD_GRACE_DAYS,
            0,
            LifetimePolicy.LONGEST_GRACE_DAYS),
        environment
            .find(WARNINGS)
            .map(LifetimeEnvironment::warnings)
            .orElse(WarningLeads.STANDARD));
  }

  /** Durations with commas between them; {@code none} for no warning. */
  private static WarningLeads warnings(String text) {
    if (text.strip().equals("none")) {
      return new WarningLeads(List.of());
    }
    try {
      return new WarningLeads(
          Arrays.stream(text.split(",", -1)).map(String::strip).map(Duration::parse).toList());
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      throw new ConfigurationException(
          WARNINGS,
          "must be none, or at most "
              + WarningLeads.MOST
              + " durations between "
              + WarningLeads.SHORTEST
              + " and "
              + WarningLeads.LONGEST
              + " such as PT24H,PT1H");
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new ConfigurationException(
          "HELIUM_TIME_ZONE", "must be a time zone such as Europe/Berlin");
    }
  }
}
