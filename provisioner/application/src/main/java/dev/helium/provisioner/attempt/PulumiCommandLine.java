package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import dev.helium.backends.ProcessPolicy;
import dev.helium.backends.process.ChildProcess;
import dev.helium.backends.process.Executables;
import dev.helium.backends.process.ProcessLimits;
import dev.helium.backends.process.ProcessRequest;
import dev.helium.backends.process.ProcessResult;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Step;
import dev.helium.engine.EngineFailure;
import dev.helium.engine.FailureClass;
import dev.helium.engine.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The Pulumi command line at work on one stack in one attempt: a process for each command, all of
 * them within one limit of time.
 */
final class PulumiCommandLine {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final int OUTPUT = 1 << 20;
  private static final int SHORTEST_SECRET = 4;

  private final String stack;
  private final Map<String, String> environment;
  private final ProcessPolicy policy;
  private final Collection<String> secrets;
  private final Duration longest;
  private final long end;

  /**
   * Time begins to count.
   *
   * @param environment all that the processes see
   * @param secrets that failures may not say
   */
  PulumiCommandLine(
      String stack,
      Map<String, String> environment,
      ProcessPolicy policy,
      Collection<String> secrets,
      Duration longest) {
    this.stack = stack;
    this.environment = Map.copyOf(environment);
    this.policy = policy;
    this.secrets = List.copyOf(secrets);
    this.longest = longest;
    this.end = System.nanoTime() + longest.toNanos();
  }

  /** Installs what the language of a project needs. */
  void install(Path directory) throws IOException, ProjectRunException {
    String _ = run(directory, List.of("install"), environment, () -> {});
  }

  /**
   * Works on the stack: {@code up}, {@code refresh} or {@code destroy}.
   *
   * @param progress told of each resource dealt with
   */
  void work(Path directory, String command, Consumer<Step> progress)
      throws IOException, ProjectRunException {
    // In no folder of the program's: it can have anything there.
    Path events = Files.createTempFile("helium-events-", ".json");
    try {
      Map<String, String> own = new HashMap<>(environment);
      own.put("PULUMI_DEBUG_COMMANDS", "true");
      EventLogFile log = new EventLogFile(events, progress);
      List<String> words =
          List.of(
              command,
              "--yes",
              "--skip-preview",
              "--suppress-outputs",
              "--stack",
              stack,
              "--event-log",
              events.toString());
      String _ = run(directory, words, own, log::look);
    } finally {
      Files.deleteIfExists(events);
    }
  }

  /** The outputs of the stack as JSON, without those that are secret. */
  String outputs(Path directory) throws IOException, ProjectRunException {
    return run(
        directory, List.of("stack", "output", "--json", "--stack", stack), environment, () -> {});
  }

  private String run(
      Path directory, List<String> words, Map<String, String> variables, Runnable meanwhile)
      throws IOException, ProjectRunException {
    Path pulumi =
        Executables.find("pulumi", variables.getOrDefault("PATH", ""))
            .orElseThrow(
                () ->
                    failed(
                        FailureKind.PROGRAM_FAILED,
                        "needs the Pulumi command line on the path of the provisioner"));
    List<String> command = new ArrayList<>(List.of(pulumi.toString()));
    command.addAll(words);
    command.addAll(List.of("--non-interactive", "--color", "never"));
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.compareTo(LEAST) < 0) {
      throw tooLong();
    }
    try {
      ProcessResult result =
          ChildProcess.run(
              new ProcessRequest(command, directory, variables),
              new ProcessLimits(left, GRACE, policy.memory(), OUTPUT),
              meanwhile);
      if (result.excess().isPresent()) {
        throw switch (result.excess().get()) {
          case TIME -> tooLong();
          case MEMORY, FOLDER -> tooMuch();
        };
      }
      if (!result.isSuccess()) {
        throw failed(result);
      }
      if (!result.output().whole()) {
        return "";
      }
      return result.output().text();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      throw failed(FailureKind.TIMED_OUT, "the run was ended");
    }
  }

  private ProjectRunException failed(ProcessResult result) {
    // What went wrong is in the output; the errors only say that something did.
    String said = result.output().text() + "\n" + result.errors().text();
    EngineFailure failure = Failures.classify(new AutomationException(said));
    String message = failure.message();
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST_SECRET) {
        message = message.replace(secret, "[secret]");
      }
    }
    return failed(
        failure.failureClass() == FailureClass.INTERNAL
            ? FailureKind.PROGRAM_FAILED
            : EngineFailures.kind(failure.failureClass()),
        message);
  }

  private ProjectRunException tooLong() {
    return failed(
        FailureKind.TIMED_OUT, "the program runs longer than " + longest.toMinutes() + " minutes");
  }

  private ProjectRunException tooMuch() {
    return failed(
        FailureKind.PROGRAM_FAILED,
        "the program takes more than " + (policy.memory() >> 20) + " MiB of memory");
  }

  private static ProjectRunException failed(FailureKind kind, String message) {
    return new ProjectRunException(new Failure(kind, message));
  }
}
