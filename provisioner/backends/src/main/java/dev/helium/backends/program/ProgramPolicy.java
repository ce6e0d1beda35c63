package dev.helium.backends.program;

import dev.helium.backends.ProcessPolicy;
import dev.helium.backends.program.source.Repositories;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an operator lets programs be and do.
 *
 * @param keys the folder with the key for {@code ssh}
 * @param secretNamespaces whose secrets programs may be given
 */
public record ProgramPolicy(
    Repositories repositories,
    Optional<Path> keys,
    Set<String> secretNamespaces,
    ProcessPolicy processes) {
  private static final String REPOSITORIES = "HELIUM_PROGRAM_REPOSITORIES";
  private static final String KEYS = "HELIUM_PROGRAM_SSH_DIRECTORY";
  private static final String SECRETS = "HELIUM_PROGRAM_SECRET_NAMESPACES";
  private static final String ENVIRONMENT = "HELIUM_PROGRAM_ENVIRONMENT";
  private static final String KUBECONFIG = "HELIUM_PROGRAM_KUBECONFIG";
  private static final String LONGEST = "HELIUM_PROGRAM_LONGEST_RUN";
  private static final String MEMORY = "HELIUM_PROGRAM_MEMORY";

  private static final Duration LONGEST_RUN = Duration.ofMinutes(30);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String MEBIBYTES = "2048";
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{1,6}");

  public ProgramPolicy {
    Objects.requireNonNull(repositories, "repositories");
    Objects.requireNonNull(keys, "keys");
    secretNamespaces = Set.copyOf(secretNamespaces);
    Objects.requireNonNull(processes, "processes");
  }

  /**
   * As the environment of the process says.
   *
   * @throws IllegalStateException when a variable breaks its rule; it names both
   */
  public static ProgramPolicy from(Map<String, String> environment) {
    return new ProgramPolicy(
        repositories(environment),
        path(environment, KEYS),
        names(environment, SECRETS),
        new ProcessPolicy(passed(environment), longest(environment), memory(environment)));
  }

  private static Repositories repositories(Map<String, String> environment) {
    try {
      return Repositories.parse(environment.getOrDefault(REPOSITORIES, ""));
    } catch (IllegalArgumentException broken) {
      throw new IllegalStateException(REPOSITORIES + " " + broken.getMessage(), broken);
    }
  }

  /** What programs see of the environment of the provisioner. */
  private static Map<String, String> passed(Map<String, String> environment) {
    Map<String, String> passed = new HashMap<>();
    for (String name : names(environment, ENVIRONMENT)) {
      // Those of Helium say where its keys are.
      if (!VARIABLE.matcher(name).matches() || name.startsWith("HELIUM_")) {
        throw new IllegalStateException(
            ENVIRONMENT + " must be names of variables, separated by commas, none of Helium's");
      }
      Optional.ofNullable(environment.get(name)).ifPresent(value -> passed.put(name, value));
    }
    passed.put("PATH", environment.getOrDefault("PATH", ""));
    Optional.ofNullable(environment.get("PULUMI_HOME"))
        .ifPresent(home -> passed.put("PULUMI_HOME", home));
    path(environment, KUBECONFIG).ifPresent(file -> passed.put("KUBECONFIG", file.toString()));
    return passed;
  }

  private static Set<String> names(Map<String, String> environment, String variable) {
    return Arrays.stream(environment.getOrDefault(variable, "").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Path> path(Map<String, String> environment, String variable) {
    String text = environment.getOrDefault(variable, "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Path path = Path.of(text);
    // It becomes a word of a command line of ssh.
    if (!path.isAbsolute() || text.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalStateException(variable + " must be an absolute path without blanks");
    }
    return Optional.of(path.normalize());
  }

  private static Duration longest(Map<String, String> environment) {
    String text = environment.getOrDefault(LONGEST, "").strip();
    try {
      Duration longest = text.isEmpty() ? LONGEST_RUN : Duration.parse(text);
      if (longest.compareTo(Duration.ofMinutes(1)) >= 0 && longest.compareTo(DAY) <= 0) {
        return longest;
      }
    } catch (DateTimeException ignored) {
      // It is as wrong as one that is too long.
    }
    throw new IllegalStateException(LONGEST + " must be a duration from PT1M to PT24H");
  }

  private static long memory(Map<String, String> environment) {
    String text = environment.getOrDefault(MEMORY, MEBIBYTES).strip();
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalStateException(MEMORY + " must be a number of MiB, at least 10");
    }
    return Long.parseLong(text) << 20;
  }
}
