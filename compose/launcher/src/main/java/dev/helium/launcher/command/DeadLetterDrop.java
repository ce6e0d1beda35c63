package dev.helium.launcher.command;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.Letters;
import dev.helium.log.LogUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "drop",
    mixinStandardHelpOptions = true,
    description = "Note that nothing is to be done about dead letters any more. They are kept.")
final class DeadLetterDrop implements Callable<Integer> {
  private static final int LONGEST_WHY = 500;

  private final CommandContext context;

  @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "As the list says them.")
  private List<String> numbers;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "For whoever looks later; up to 500 characters, without secrets.")
  private String why;

  DeadLetterDrop(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (why.isBlank() || why.length() > LONGEST_WHY) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "--why takes 1 to %d characters.".formatted(LONGEST_WHY));
    }
    return DeadLettersCommand.open(context, this::drop);
  }

  private int drop(DeadLetterBox box, Letters letters) throws LogUnavailableException {
    List<DeadLetter> chosen = new ArrayList<>();
    for (String text : numbers) {
      chosen.add(DeadLettersCommand.find(letters, DeadLetterRedrive.number(text)));
    }
    LetterOutcomes outcomes = new LetterOutcomes(context);
    for (DeadLetter letter : chosen.stream().distinct().toList()) {
      if (letter.isWaiting()) {
        box.drop(letter, context.user(), why.strip());
        outcomes.done(letter, "dropped");
      } else {
        outcomes.refused(letter, "was " + LetterText.story(letter.standing()) + ".");
      }
    }
    outcomes.tell("");
    return outcomes.refused() == 0 ? 0 : HeliumCommand.FAILED;
  }
}
