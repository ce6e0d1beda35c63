package dev.helium.story.chaos;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Paint;
import dev.helium.story.chaos.fault.Struck;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what happens while it happens, one line for each fault and for what came of it. */
final class Narration {
  private static final int FAULT_WIDTH = 44;
  private static final int MOST_NAMED = 4;

  private final Console console;
  private final int planned;
  private final Set<Takeover> told = new HashSet<>();
  private long begun = System.nanoTime();

  Narration(Console console, int planned) {
    this.console = console;
    this.planned = planned;
  }

  /** Time is counted from here. */
  void begin() {
    begun = System.nanoTime();
  }

  void fault(Struck struck, int requests) {
    String text = struck.fault().toString();
    console.line(
        "  %s  %3d/%d  %s%s"
            .formatted(
                paint().faint(clock()),
                struck.number(),
                planned,
                padded(text),
                paint()
                    .faint(
                        "all ready after %s; %d requests so far"
                            .formatted(seconds(struck.back()), requests))));
    struck.troubles().forEach(trouble -> console.line("         " + paint().bad(trouble)));
  }

  /** Those of all faults that were not told before. */
  void takeovers(Stream<Takeover> known) {
    Map<Integer, List<Takeover>> fresh =
        known
            .filter(told::add)
            .collect(Collectors.groupingBy(Takeover::fault, TreeMap::new, Collectors.toList()));
    fresh.forEach(this::takeovers);
  }

  private void takeovers(int fault, List<Takeover> takeovers) {
    Duration longest =
        takeovers.stream().map(Takeover::took).max(Duration::compareTo).orElse(Duration.ZERO);
    String names =
        takeovers.stream()
            .limit(MOST_NAMED)
            .map(Takeover::workspace)
            .collect(Collectors.joining(", "));
    String more = takeovers.size() > MOST_NAMED ? ", …" : "";
    console.line(
        "         after fault %d another owner went on with %d within %s: %s%s"
            .formatted(fault, takeovers.size(), seconds(longest), names, more));
  }

  void note(String sentence) {
    console.line("  " + paint().faint(clock()) + "  " + sentence);
  }

  void waiting(List<String> unsettled) {
    console.working(
        "settling",
        unsettled.isEmpty()
            ? "nothing is under way"
            : "%d under way, such as: %s".formatted(unsettled.size(), unsettled.getFirst()));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private String clock() {
    Duration elapsed = elapsed();
    return "%02d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  private static String padded(String text) {
    return text.length() >= FAULT_WIDTH
        ? text + " "
        : text + " ".repeat(FAULT_WIDTH - text.length());
  }

  private Paint paint() {
    return console.paint();
  }
}
