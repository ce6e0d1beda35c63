package dev.helium.service;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings of the process. An empty variable counts as absent; a value that breaks its rule is a
 * {@link ConfigurationException}.
 */
public final class Environment {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{0,100}");

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  public static Environment system() {
    return of(System.getenv());
  }

  public Optional<String> find(String variable) {
    return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
  }

  public String text(String variable, String otherwise) {
    return find(variable).orElse(otherwise);
  }

  public String required(String variable) {
    return find(variable).orElseThrow(() -> new ConfigurationException(variable, "must be set"));
  }

  public int integer(String variable, int otherwise, int least, int most) {
    Optional<String> value = find(variable);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get().strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw outOfRange(variable, least, most);
    }
    throw outOfRange(variable, least, most);
  }

  /** A name for machines; empty when there is none. */
  public String name(String variable) {
    String value = text(variable, "").strip();
    if (!NAME.matcher(value).matches()) {
      throw new ConfigurationException(
          variable, "must have at most 100 letters, digits, dots, dashes and underscores");
    }
    return value;
  }

  /** An ISO-8601 duration such as {@code PT10S}. */
  public Duration duration(String variable, Duration otherwise) {
    Optional<String> value = find(variable);
    try {
      return value.map(Duration::parse).orElse(otherwise);
    } catch (DateTimeParseException notADuration) {
      throw new ConfigurationException(variable, "must be a duration such as PT10S");
    }
  }

  /** The same, within limits. */
  public Duration duration(String variable, Duration otherwise, Duration least, Duration most) {
    Duration value = duration(variable, otherwise);
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new ConfigurationException(
          variable, "must be a duration between " + least + " and " + most);
    }
    return value;
  }

  public Path path(String variable) {
    return path(variable, required(variable));
  }

  public Optional<Path> optionalPath(String variable) {
    return find(variable).map(value -> path(variable, value));
  }

  private static Path path(String variable, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException notAPath) {
      throw new ConfigurationException(variable, "must be the path of a file or folder");
    }
  }

  private static ConfigurationException outOfRange(String variable, int least, int most) {
    return new ConfigurationException(
        variable, "must be a whole number between " + least + " and " + most);
  }
}
