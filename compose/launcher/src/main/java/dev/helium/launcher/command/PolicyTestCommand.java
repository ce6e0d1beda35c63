package dev.helium.launcher.command;

import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.trial.PolicyChoice;
import dev.helium.domain.trial.TrialOutcome;
import dev.helium.domain.trial.TrialSummary;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.policy.TrialDocument;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PastLog;
import dev.helium.log.PastTrial;
import dev.helium.service.policy.PolicyException;
import dev.helium.service.policy.PolicyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "policy-test",
    mixinStandardHelpOptions = true,
    description = {
      "Who would have been reaped or refused when, had this policy held all along.",
      "Reads the log of the Helium here and changes nothing. What people asked for is taken as it"
          + " was.",
      "The file is one as HELIUM_POLICY names: {\"zone\": \"Europe/Berlin\", \"defaultDays\": 1,"
          + " \"maximumDays\": 90,",
      "\"backends\": {\"NAME\": {\"maximumDays\": 7}}, \"owners\": {\"NAME\": {\"defaultDays\":"
          + " 3}}}"
    })
final class PolicyTestCommand implements Callable<Integer> {
  /** Half a million commands are read in less. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** What counts where the file says nothing, as for a service whose environment says nothing. */
  private static final LifetimePolicy OTHERWISE =
      LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90));

  private static final int MOST = 100_000;
  private static final int LONGEST_CELL = 64;
  private static final double SECONDS_PER_HOUR = 3_600;

  private final CommandContext context;

  @Parameters(paramLabel = "FILE", description = "The policy, in JSON.")
  private Path file;

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      defaultValue = "100",
      description = "How many lives are shown, ${DEFAULT-VALUE} when left out.")
  private int most;

  PolicyTestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Most.check(most, MOST);
    PolicyChoice choice = policy()::of;
    PastTrial trial = replay(choice);
    List<TrialOutcome> different = trial.different();
    TrialSummary summary = TrialSummary.of(trial.outcomes());
    if (context.isForPrograms()) {
      context.document(
          TrialDocument.of(different.stream().limit(most).toList(), summary, trial.unreadable()));
    } else {
      show(different);
      conclude(summary, trial.unreadable());
    }
    return 0;
  }

  private LifetimePolicy policy() {
    try {
      return PolicyFile.read(file, OTHERWISE);
    } catch (PolicyException wrong) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "The policy has errors: " + wrong.getMessage(), wrong);
    }
  }

  private PastTrial replay(PolicyChoice choice) {
    try (PastLog log = context.pastLog(LONGEST)) {
      return PastTrial.of(log, choice, context.clock().instant(), Long.MAX_VALUE);
    } catch (LogUnavailableException unavailable) {
      throw context.withoutKafka(unavailable);
    }
  }

  private void show(List<TrialOutcome> different) {
    Console console = context.console();
    if (different.isEmpty()) {
      return;
    }
    Table table =
        new Table("NAME", "LIFE", "OWNER", "BEGAN", "ENDED", "WOULD HAVE ENDED", "HOURS SAVED");
    different.stream().limit(most).forEach(outcome -> row(table, outcome));
    console.table(table);
    if (different.size() > most) {
      console.line("… and %d more; --most NUMBER shows them.".formatted(different.size() - most));
    }
    console.line("");
  }

  private static void row(Table table, TrialOutcome outcome) {
    table.row(
        outcome.workspace().value(),
        Integer.toString(outcome.incarnation()),
        Printable.line(outcome.owner(), LONGEST_CELL),
        seconds(outcome.began()),
        outcome.living() ? "lives" : seconds(outcome.ended()),
        then(outcome),
        hours(outcome.saved()));
  }

  private static String then(TrialOutcome outcome) {
    return switch (outcome.verdict()) {
      case REFUSED -> "refused: " + outcome.refusals().getFirst().rule();
      case EARLIER, SAME -> seconds(outcome.wouldHaveEnded());
      case LATER -> "later, " + seconds(outcome.wouldHaveEnded());
    };
  }

  private void conclude(TrialSummary summary, long unreadable) {
    Console console = context.console();
    console.line(
        "%d lives: %d refused, %d reaped earlier, %d later, the others as they were."
            .formatted(summary.lives(), summary.refused(), summary.earlier(), summary.later()));
    console.line(
        "Hours saved: %s; hours added: %s."
            .formatted(hours(summary.saved()), hours(summary.added())));
    if (summary.refusedRequests() + summary.tooLate() > 0) {
      console.line(
          "%d granted requests would have been refused, %d would have found their workspace gone."
              .formatted(summary.refusedRequests(), summary.tooLate()));
    }
    if (unreadable > 0) {
      console.line("%d records could not be read and are left out.".formatted(unreadable));
    }
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String hours(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toSeconds() / SECONDS_PER_HOUR);
  }
}
