package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Table;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.ProcessStatus;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.launcher.stack.StackStatus;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.LogUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "What runs; exit code 1 when something is down.")
final class StatusCommand implements Callable<Integer> {
  private static final int KIBIBYTES = 1024;
  private static final Duration LETTERS = Duration.ofSeconds(3);

  private final CommandContext context;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Optional<Deployment> deployment = Deployment.read(context.home());
    boolean forPrograms = context.isForPrograms();
    if (deployment.isEmpty()) {
      if (forPrograms) {
        context.document(StatusDocument.of(List.of(), OptionalInt.empty(), OptionalInt.empty()));
      } else {
        context.console().line("Nothing is started. ./helium up starts everything.");
      }
      return HeliumCommand.FAILED;
    }
    // Kafka's client takes half a second to begin; the processes are asked meanwhile.
    CompletableFuture<Integer> letters = deadLetters();
    List<ProcessStatus> all = new StackStatus(context.home()).of(deployment.get());
    if (forPrograms) {
      context.document(StatusDocument.of(all, count(deployment.get()), waiting(all, letters)));
    } else {
      tell(all, deployment.get(), letters);
    }
    return all.stream().allMatch(ProcessStatus::healthy) ? 0 : HeliumCommand.FAILED;
  }

  private void tell(
      List<ProcessStatus> all, Deployment deployment, CompletableFuture<Integer> letters) {
    Console console = context.console();
    List<String> lines = table(all).lines();
    console.line(console.paint().strong(lines.getFirst()));
    for (int index = 0; index < all.size(); index++) {
      String line = lines.get(index + 1);
      console.line(all.get(index).healthy() ? line : console.paint().bad(line));
    }
    console.line("");
    console.line(memory(all) + ", " + workspaces(deployment));
    if (isKafkaHealthy(all)) {
      sayDeadLetters(waiting(all, letters));
    }
    if (!all.stream().allMatch(ProcessStatus::healthy)) {
      console.line("./helium up --detach starts what is down.");
    }
  }

  private CompletableFuture<Integer> deadLetters() {
    CompletableFuture<Integer> waiting = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (DeadLetterBox box = context.deadLetters(LETTERS)) {
                waiting.complete(box.letters().waiting().size());
              } catch (LogUnavailableException | RuntimeException unknown) {
                waiting.completeExceptionally(unknown);
              }
            });
    return waiting;
  }

  private static boolean isKafkaHealthy(List<ProcessStatus> all) {
    return all.stream()
        .filter(process -> process.name().equals(ServiceName.KAFKA.label()))
        .allMatch(ProcessStatus::healthy);
  }

  /** Empty when nobody knows. */
  private static OptionalInt waiting(List<ProcessStatus> all, CompletableFuture<Integer> letters) {
    try {
      return isKafkaHealthy(all)
          ? OptionalInt.of(letters.get(LETTERS.toMillis(), TimeUnit.MILLISECONDS))
          : OptionalInt.empty();
    } catch (ExecutionException | TimeoutException unknown) {
      return OptionalInt.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** One line when there are some, or when nobody knows. */
  private void sayDeadLetters(OptionalInt waiting) {
    Console console = context.console();
    if (waiting.isEmpty()) {
      console.line("Dead letters unknown: Kafka does not answer in time.");
    } else if (waiting.getAsInt() > 0) {
      console.line(
          console
              .paint()
              .bad(LetterText.waiting(waiting.getAsInt()) + ": ./helium dead-letters lists them."));
    }
  }

  private Table table(List<ProcessStatus> all) {
    Table table = new Table("PROCESS", "STATE", "PID", "ADDRESS", "UP", "MEMORY");
    Instant now = context.clock().instant();
    all.forEach(
        process ->
            table.row(
                process.name(),
                process.state(),
                process.process() == 0 ? "-" : Long.toString(process.process()),
                process.address(),
                process.started().map(start -> uptime(Duration.between(start, now))).orElse("-"),
                mebibytes(process.residentKibibytes())));
    return table;
  }

  private String workspaces(Deployment deployment) {
    try (HeliumClient client = context.client(deployment)) {
      int count = client.names().size();
      return count == 1 ? "1 workspace" : count + " workspaces";
    } catch (UserException unreachable) {
      return "workspaces unknown: " + unreachable.getMessage();
    }
  }

  private OptionalInt count(Deployment deployment) {
    try (HeliumClient client = context.client(deployment)) {
      return OptionalInt.of(client.names().size());
    } catch (UserException unreachable) {
      return OptionalInt.empty();
    }
  }

  private static String memory(List<ProcessStatus> all) {
    long sum = all.stream().mapToLong(process -> process.residentKibibytes().orElse(0)).sum();
    return sum / KIBIBYTES + " MiB in " + all.size() + " processes";
  }

  private static String mebibytes(OptionalLong kibibytes) {
    return kibibytes.isPresent() ? kibibytes.getAsLong() / KIBIBYTES + " MiB" : "-";
  }

  private static String uptime(Duration up) {
    if (up.toDays() > 0) {
      return up.toDays() + "d " + up.toHoursPart() + "h";
    }
    if (up.toHours() > 0) {
      return up.toHours() + "h " + up.toMinutesPart() + "m";
    }
    return up.toMinutes() > 0
        ? up.toMinutes() + "m " + up.toSecondsPart() + "s"
        : Math.max(0, up.toSeconds()) + "s";
  }
}
