package dev.helium.launcher.command;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.Letters;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.Redrive;
import dev.helium.log.Redriving;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    description = {
      "Append commands to their topic again, in the order in which they stood there. Safe to repeat:",
      "a command that was decided before decides nothing."
    })
final class DeadLetterRedrive implements Callable<Integer> {
  private static final String ALL = "all";

  private final CommandContext context;

  @Parameters(
      paramLabel = "NUMBER",
      arity = "1..*",
      description = "As the list says them, or: all.")
  private List<String> numbers;

  @Option(names = "--dry-run", description = "Only say what would happen.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description = "Also what still cannot be read here, which is put aside again if nobody can.")
  private boolean force;

  DeadLetterRedrive(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return DeadLettersCommand.open(context, this::redrive);
  }

  private int redrive(DeadLetterBox box, Letters letters) throws LogUnavailableException {
    List<DeadLetter> chosen = chosen(letters);
    LetterOutcomes outcomes = new LetterOutcomes(context);
    Redrive.Options options = new Redrive.Options(context.user(), force, dryRun);
    for (DeadLetter letter : chosen) {
      switch (box.redrive(letter, options)) {
        case Redriving.Done(var to) -> outcomes.done(letter, "re-driven to " + to);
        case Redriving.Possible ignored -> outcomes.done(letter, "can be re-driven");
        case Redriving.Refused(String why) -> outcomes.refused(letter, why + ".");
      }
    }
    outcomes.tell(conclusion(chosen.size(), chosen.size() - outcomes.refused()));
    return outcomes.refused() == 0 ? 0 : HeliumCommand.FAILED;
  }

  private String conclusion(int all, int done) {
    if (all == 0) {
      return "No dead letter waits that could be re-driven.";
    }
    return dryRun
        ? "%d of %d can be re-driven; nothing was changed.".formatted(done, all)
        : "%d of %d re-driven. ./helium get NAME says what came of a workspace."
            .formatted(done, all);
  }

  private List<DeadLetter> chosen(Letters letters) {
    if (numbers.equals(List.of(ALL))) {
      return letters.waiting().stream().filter(Redrive::isCommand).toList();
    }
    List<DeadLetter> chosen = new ArrayList<>();
    for (String text : numbers) {
      chosen.add(DeadLettersCommand.find(letters, number(text)));
    }
    return chosen.stream().distinct().sorted(DeadLetter.AS_THEY_STOOD).toList();
  }

  static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException invalid) {
      throw new UserException(
          ExitCode.WRONG_USAGE,
          "'%s' is not the number of a dead letter; ./helium dead-letters lists them."
              .formatted(text),
          invalid);
    }
  }
}
