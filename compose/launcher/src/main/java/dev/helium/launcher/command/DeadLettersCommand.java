package dev.helium.launcher.command;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.Table;
import dev.helium.launcher.console.UserException;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.Letters;
import dev.helium.log.LogUnavailableException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = "Records that could not be read and were put aside; without a word, the list.",
    footer = {
      "",
      "Commands are put aside when no service here can read them: written by a newer version, or",
      "damaged. Nothing waits for them. Look at one, repair what wrote it or start what can read it,",
      "and redrive it; or drop it. A command that is re-driven twice is decided once.",
      "Events are put aside too, but are never re-driven: they keep their place in the log."
    })
final class DeadLettersCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--all", description = "Also those that were dealt with.")
  private boolean all;

  DeadLettersCommand(CommandContext context) {
    this.context = context;
  }

  /** Something that is done with the letters. */
  @FunctionalInterface
  interface Work {
    int with(DeadLetterBox box, Letters letters) throws LogUnavailableException;
  }

  @Override
  public Integer call() {
    return open(context, (box, letters) -> list(letters));
  }

  static int open(CommandContext context, Work work) {
    try (DeadLetterBox box = context.deadLetters(CommandContext.PATIENT)) {
      return work.with(box, box.letters());
    } catch (LogUnavailableException unavailable) {
      throw context.withoutKafka(unavailable);
    }
  }

  static DeadLetter find(Letters letters, long number) {
    return letters
        .numbered(number)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.NOT_FOUND,
                    "There is no dead letter %d: ./helium dead-letters --all lists them."
                        .formatted(number)));
  }

  private int list(Letters letters) {
    Console console = context.console();
    List<DeadLetter> shown = all ? letters.all() : letters.waiting();
    if (context.isForPrograms()) {
      context.document(LetterDocument.of(shown, letters));
      return 0;
    }
    if (shown.isEmpty()) {
      console.line(
          letters.all().isEmpty()
              ? "There are no dead letters."
              : "No dead letter waits. ./helium dead-letters --all lists those dealt with.");
    } else {
      print(shown);
      console.line("");
      console.line(
          "%s. ./helium dead-letters show NUMBER says more of one, redrive NUMBER sends its command"
                  .formatted(LetterText.waiting(letters.waiting().size()))
              + " again, drop NUMBER --why TEXT puts it away.");
    }
    if (letters.more()) {
      console.line("There are more than these; deal with some of them to see the others.");
    }
    if (letters.foreign() > 0) {
      console.line(
          "%d records of the topic are not letters and are left out.".formatted(letters.foreign()));
    }
    return 0;
  }

  private void print(List<DeadLetter> shown) {
    Table table =
        all
            ? new Table("NUMBER", "WHEN", "STOOD AT", "KEY", "TYPE", "SERVICE", "STATE", "REASON")
            : new Table("NUMBER", "WHEN", "STOOD AT", "KEY", "TYPE", "SERVICE", "REASON");
    for (DeadLetter letter : shown) {
      table.row(all ? LetterText.rowWithState(letter) : LetterText.row(letter));
    }
    context.console().table(table);
  }
}
