package dev.helium.launcher.command;

import dev.helium.launcher.client.Outlook;
import dev.helium.launcher.client.PodProgress;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Printable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a workspace is, on one line, what matters most first. */
final class ProgressText {
  private static final int LONGEST = 500;
  private static final long MILLISECONDS_PER_SECOND = 1_000;
  private static final long SECONDS_PER_MINUTE = 60;

  private ProgressText() {}

  static String of(WorkspaceState state, Instant now) {
    return Printable.line(
        Stream.of(
                state.id(),
                state.status(),
                state.status().equals(WorkspaceState.READY) ? "" : progress(state, now),
                state.reasons().isEmpty() ? "" : state.reasons().getFirst())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("  ")),
        LONGEST);
  }

  private static String progress(WorkspaceState state, Instant now) {
    PodProgress pods = state.pods();
    return Stream.of(
            pods.isKnown() ? "%d of %d pods".formatted(pods.ready(), pods.wanted()) : "",
            left(state.outlook(), now),
            pods.slowest().isEmpty() ? "" : "slowest " + pods.slowest())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String left(Outlook outlook, Instant now) {
    return switch (outlook) {
      case Outlook.Unknown ignored -> "";
      case Outlook.Overdue overdue ->
          "longer than all of %d earlier ones".formatted(overdue.runs());
      case Outlook.Expected expected -> until(expected.at(), now);
    };
  }

  private static String until(String at, Instant now) {
    try {
      Duration left = Duration.between(now, Instant.parse(at));
      return left.isPositive() ? "ready in about " + words(left) : "ready any moment";
    } catch (DateTimeException foreign) {
      return "";
    }
  }

  /** To the second, as nobody knows it better. */
  private static String words(Duration left) {
    long seconds = Math.ceilDiv(left.toMillis(), MILLISECONDS_PER_SECOND);
    return seconds < SECONDS_PER_MINUTE
        ? seconds + " s"
        : "%d min %d s".formatted(seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
  }
}
