package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.launcher.client.Answer;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.ShortPath;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.settings.ClientSettings;
import dev.helium.launcher.settings.GivenSettings;
import dev.helium.launcher.settings.OutputFormat;
import dev.helium.launcher.settings.Token;
import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.Home;
import dev.helium.launcher.stack.StackOptions;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.LogSettings;
import dev.helium.log.PastLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every command is given.
 *
 * @param project the folder of the root pom
 * @param given what the command line says that all commands heed, once it has been read
 */
public record CommandContext(
    Console console,
    Path project,
    Map<String, String> environment,
    InstantSource clock,
    Supplier<GivenSettings> given) {
  /** For what a person waits for. */
  static final Duration PATIENT = Duration.ofSeconds(60);

  public CommandContext {
    environment = Map.copyOf(environment);
  }

  /** Before a command line is read. */
  public CommandContext(
      Console console, Path project, Map<String, String> environment, InstantSource clock) {
    this(console, project, environment, clock, GivenSettings::none);
  }

  CommandContext heeding(Supplier<GivenSettings> options) {
    return new CommandContext(console, project, environment, clock, options);
  }

  Home home() {
    return StackOptions.home(project, environment);
  }

  /** A path as short as it can be told from here. */
  static String shortened(Path path) {
    return ShortPath.of(path);
  }

  ClientSettings settings() {
    return new ClientSettings(given.get(), environment, home());
  }

  /** Of the Helium that people want to ask. */
  HeliumClient client() {
    ClientSettings settings = settings();
    // Nothing is changed whose outcome could not be told.
    settings.check();
    return new HeliumClient(settings.address(), settings.token());
  }

  /** Of what runs here, whichever people want to ask. */
  HeliumClient client(Deployment here) {
    Path token = home().token();
    return new HeliumClient(
        here.api(),
        Token.read(
            token,
            "There is no token in %s: ./helium up makes one.".formatted(ShortPath.of(token))));
  }

  /** Whether a program reads what is written: whole documents, and nothing else. */
  boolean isForPrograms() {
    return settings().format() == OutputFormat.JSON;
  }

  /** Shows what a server answered: to a program as it is, to a person in words. */
  <T> void show(Answer<T> answer, Consumer<T> words) {
    if (isForPrograms()) {
      document(answer.document());
    } else {
      words.accept(answer.content());
    }
  }

  /** One that a program reads and a person can. */
  void document(JsonNode document) {
    console.line(document.toPrettyString());
  }

  /** One of many that follow each other. */
  void documentLine(JsonNode document) {
    console.line(document.toString());
  }

  /** Where Kafka answers: {@code HELIUM_KAFKA_BOOTSTRAP}, or where the last {@code up} put it. */
  String bootstrap() {
    return variable("HELIUM_KAFKA_BOOTSTRAP")
        .or(() -> Deployment.read(home()).map(Deployment::bootstrap))
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.UNREACHABLE,
                    "Nothing is started here: ./helium up starts everything,"
                        + " HELIUM_KAFKA_BOOTSTRAP names another Kafka."));
  }

  /** When Kafka is asked and does not answer. */
  UserException withoutKafka(Throwable cause) {
    return new UserException(
        ExitCode.UNREACHABLE,
        "Kafka at %s does not answer: ./helium status says what runs.".formatted(bootstrap()),
        cause);
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
