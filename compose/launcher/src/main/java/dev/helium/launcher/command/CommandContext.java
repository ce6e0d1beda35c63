package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.Home;
import dev.helium.launcher.stack.StackOptions;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.LogSettings;
import dev.helium.log.PastLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What every command is given.
 *
 * @param project the folder of the root pom
 */
public record CommandContext(
    Console console, Path project, Map<String, String> environment, InstantSource clock) {
  private static final String DEFAULT_SERVER = "http://127.0.0.1:2323";

  /** For what a person waits for. */
  static final Duration PATIENT = Duration.ofSeconds(60);

  private static final long LARGEST_TOKEN = 4096;

  public CommandContext {
    environment = Map.copyOf(environment);
  }

  Home home() {
    return StackOptions.home(project, environment);
  }

  /** A path as short as it can be told from here. */
  static String shortened(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }

  /** {@code HELIUM_URL}, or {@code HELIUM_PORT} here, or where the last {@code up} put it. */
  URI server() {
    Optional<String> address =
        variable("HELIUM_URL")
            .or(() -> variable("HELIUM_PORT").map(port -> "http://127.0.0.1:" + port));
    try {
      return address
          .map(URI::create)
          .or(() -> Deployment.read(home()).map(Deployment::api))
          .orElseGet(() -> URI.create(DEFAULT_SERVER));
    } catch (IllegalArgumentException failure) {
      throw new UserException("HELIUM_URL or HELIUM_PORT is wrong: " + address.orElse(""), failure);
    }
  }

  HeliumClient client() {
    Path file = variable("HELIUM_TOKEN_FILE").map(Path::of).orElseGet(() -> home().token());
    try {
      if (!Files.isReadable(file) || Files.size(file) > LARGEST_TOKEN) {
        throw new UserException(
            "There is no token in %s: ./helium up makes one.".formatted(shortened(file)));
      }
      return new HeliumClient(server(), Files.readString(file).strip());
    } catch (IOException failure) {
      throw new UserException("%s cannot be read.".formatted(shortened(file)), failure);
    }
  }

  /** Where Kafka answers: {@code HELIUM_KAFKA_BOOTSTRAP}, or where the last {@code up} put it. */
  String bootstrap() {
    return variable("HELIUM_KAFKA_BOOTSTRAP")
        .or(() -> Deployment.read(home()).map(Deployment::bootstrap))
        .orElseThrow(
            () ->
                new UserException(
                    "Nothing is started here: ./helium up starts everything,"
                        + " HELIUM_KAFKA_BOOTSTRAP names another Kafka."));
  }

  /**
   * The records that were put aside, to be closed.
   *
   * @param longest that reading them may take
   */
  DeadLetterBox deadLetters(Duration longest) {
    return new DeadLetterBox(new LogSettings(bootstrap()), longest, clock);
  }

  /**
   * All that is in the log, to be closed.
   *
   * @param longest that reading one topic may take
   */
  PastLog pastLog(Duration longest) {
    return new PastLog(new LogSettings(bootstrap()), longest);
  }

  /** Who types, as the system knows them. */
  String user() {
    return variable("USER").or(() -> variable("LOGNAME")).orElse("somebody");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
