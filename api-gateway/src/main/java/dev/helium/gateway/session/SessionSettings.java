package dev.helium.gateway.session;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a sign-in counts, and where.
 *
 * @param idle without being used
 * @param longest whatever happens
 * @param address of Helium as browsers call it, without a path; empty when requests say it
 */
public record SessionSettings(Duration idle, Duration longest, Optional<URI> address) {
  private static final String IDLE = "HELIUM_SESSION_IDLE";
  private static final String LONGEST = "HELIUM_SESSION_LONGEST";
  private static final String ADDRESS = "HELIUM_PUBLIC_URL";
  private static final String RULE =
      "must be an address without a path, such as https://helium.example.com";
  private static final Duration RENEWED = Duration.ofMinutes(15);
  private static final int RENEWALS = 4;

  public SessionSettings {
    Objects.requireNonNull(address, "address");
    if (idle.isNegative() || idle.isZero() || idle.compareTo(longest) > 0) {
      throw new IllegalArgumentException("must be at most " + longest + ", the longest");
    }
  }

  /** Reads what the environment says; none when there are to be no pages. */
  public static Optional<SessionSettings> of(Environment environment) {
    return switch (environment.text("HELIUM_PAGES", "on")) {
      case "on" -> Optional.of(on(environment));
      case "off" -> Optional.empty();
      default -> throw new ConfigurationException("HELIUM_PAGES", "must be on or off");
    };
  }

  /** How old what a browser keeps gets before it is given anew. */
  Duration renewal() {
    Duration part = idle.dividedBy(RENEWALS);
    return part.compareTo(RENEWED) < 0 ? part : RENEWED;
  }

  private static SessionSettings on(Environment environment) {
    Duration longest =
        environment.duration(
            LONGEST, Duration.ofHours(12), Duration.ofMinutes(1), Duration.ofDays(30));
    Duration idle =
        environment.duration(
            IDLE,
            longest.compareTo(Duration.ofHours(2)) < 0 ? longest : Duration.ofHours(2),
            Duration.ofMinutes(1),
            Duration.ofDays(30));
    Optional<URI> address = environment.find(ADDRESS).map(text -> address(text.strip()));
    try {
      return new SessionSettings(idle, longest, address);
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException(IDLE, invalid.getMessage());
    }
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getRawPath().isEmpty()
          && address.getQuery() == null
          && address.getFragment() == null) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw new ConfigurationException(ADDRESS, RULE);
    }
    throw new ConfigurationException(ADDRESS, RULE);
  }
}
