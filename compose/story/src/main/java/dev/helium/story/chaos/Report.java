package dev.helium.story.chaos;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Table;
import dev.helium.story.chaos.check.Finding;
import dev.helium.story.chaos.fault.Struck;
import dev.helium.story.chaos.journal.Journal;
import dev.helium.story.chaos.user.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is printed at the end. */
final class Report {
  private static final int MOST_SHOWN = 8;

  private final Console console;

  Report(Console console) {
    this.console = console;
  }

  void counts(Journal journal, List<Asked> asked, List<Struck> struck, List<Takeover> takeovers) {
    Table table = new Table("WHAT", "COUNT", "OF THEM");
    table.row("faults", Integer.toString(struck.size()), blows(struck));
    table.row("requests", Integer.toString(asked.size()), verdicts(asked));
    table.row("", "", operations(asked));
    table.row("commands", Integer.toString(journal.commands().size()), "");
    table.row("events", Integer.toString(journal.events().size()), "");
    table.row("lives begun", count(journal, event -> event instanceof Event.Created), "");
    table.row(
        "deletions",
        count(journal, event -> event instanceof Event.DeletionRequested),
        count(journal, Report::isExpiry) + " because their time was up");
    table.row("receipts", count(journal, event -> event instanceof Event.Deleted), "");
    table.row(
        "attempts again",
        count(journal, event -> event instanceof Event.RetryScheduled),
        retries(journal));
    table.row("takeovers", Integer.toString(takeovers.size()), times(takeovers.stream()));
    table.row(
        "  of one alone",
        Long.toString(takeovers.stream().filter(Takeover::alone).count()),
        times(takeovers.stream().filter(Takeover::alone)));
    console.line("");
    table.lines().forEach(line -> console.line("  " + line));
  }

  void findings(List<Finding> findings) {
    console.line("");
    for (Finding finding : findings) {
      String text = "%,7d %s".formatted(finding.checked(), finding.rule());
      console.line(
          "  "
              + (finding.holds()
                  ? console.paint().good("✓ ") + text
                  : console.paint().bad("✗ " + text)));
      finding.breaches().stream()
          .limit(MOST_SHOWN)
          .forEach(breach -> console.line("            " + breach));
      if (finding.breaches().size() > MOST_SHOWN) {
        console.line("            … %d in all".formatted(finding.breaches().size()));
      }
    }
    console.line("");
  }

  private static String times(Stream<Takeover> takeovers) {
    List<Duration> times = takeovers.map(Takeover::took).sorted().toList();
    return times.isEmpty()
        ? ""
        : "longest %s, median %s"
            .formatted(
                Narration.seconds(times.getLast()), Narration.seconds(times.get(times.size() / 2)));
  }

  private static String blows(List<Struck> struck) {
    return counted(
        struck.stream().flatMap(one -> one.fault().blows().stream()).map(Object::toString));
  }

  private static String verdicts(List<Asked> asked) {
    return counted(
        asked.stream()
            .map(
                one ->
                    one.answer()
                        .map(Asked.Verdict::name)
                        .orElse("UNANSWERED")
                        .toLowerCase(Locale.ROOT)));
  }

  private static String operations(List<Asked> asked) {
    return counted(asked.stream().map(one -> one.operation().name().toLowerCase(Locale.ROOT)));
  }

  private static String retries(Journal journal) {
    return counted(
        journal.lifecycle().map(event -> event.value().event()).flatMap(Report::failure));
  }

  private static Stream<String> failure(Event event) {
    return event instanceof Event.RetryScheduled retry
        ? Stream.of(retry.failure().kind().name().toLowerCase(Locale.ROOT))
        : Stream.empty();
  }

  private static String counted(Stream<String> words) {
    Map<String, Long> counts =
        words.collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(one -> one.getValue() + " " + one.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String count(Journal journal, Predicate<Event> wanted) {
    return Long.toString(
        journal.lifecycle().map(event -> event.value().event()).filter(wanted).count());
  }

  private static boolean isExpiry(Event event) {
    return event instanceof Event.DeletionRequested requested
        && requested.reason() instanceof DeletionReason.Expired;
  }
}
