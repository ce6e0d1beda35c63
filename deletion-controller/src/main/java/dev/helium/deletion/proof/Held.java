package dev.helium.deletion.proof;

import dev.helium.deletion.Alarm;
import dev.helium.domain.Backoff;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Holdup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What holds a candidate, and what of that was said. Who is to be spoken of first comes first.
 *
 * @param seen what was left at the last look
 * @param said what the log says was left
 * @param reports so far
 * @param notBefore when it may be spoken of
 */
record Held(Candidate candidate, Holdup seen, List<String> said, int reports, Instant notBefore)
    implements Comparable<Held> {
  /**
   * What goes by itself until then needs no report; a namespace controller alone may take some ten
   * seconds.
   */
  static final Duration FIRST = Duration.ofSeconds(15);

  /** From one report to the next; longer with each, as what changes all the time tells little. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(30), LONGEST_PAUSE);

  private static final Comparator<Held> SOONEST_FIRST =
      Comparator.comparing(Held::notBefore)
          .thenComparing(held -> held.candidate().destroyed())
          .thenComparing(held -> held.candidate().workspace());

  Held {
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(seen, "seen");
    said = List.copyOf(said);
    Objects.requireNonNull(notBefore, "notBefore");
  }

  /** Of one that was just found not to be gone. */
  static Held first(Candidate candidate, Holdup said, Instant now) {
    Duration pause = said.isNone() ? FIRST : PAUSES.pauseAfter(1);
    return new Held(candidate, said, said.by(), said.isNone() ? 0 : 1, now.plus(pause));
  }

  /** The same things are the same since they were first seen. */
  Held seeing(List<String> by, Instant now) {
    Holdup newest = new Holdup(by, now.truncatedTo(ChronoUnit.MILLIS));
    return newest.by().equals(seen.by())
        ? this
        : new Held(candidate, newest, said, reports, notBefore);
  }

  Held saying(Instant now) {
    return new Held(
        candidate, seen, seen.by(), reports + 1, now.plus(PAUSES.pauseAfter(reports + 1)));
  }

  /** When it may be spoken of. */
  Instant due(Instant now) {
    return Alarm.endOfPause(now, notBefore, LONGEST_PAUSE);
  }

  Held putOff(Instant now) {
    return new Held(candidate, seen, said, reports, now.plus(PAUSES.pauseAfter(1)));
  }

  boolean hasNews() {
    return !seen.isNone() && !seen.by().equals(said);
  }

  /** The same command for the same news, so that it is decided once. */
  Command.ReportHeld command() {
    String news = String.join("\n", seen.by()) + seen.since();
    return new Command.ReportHeld(
        new CommandId(
            "held-"
                + candidate.workspace()
                + "-"
                + candidate.incarnation()
                + "-"
                + UUID.nameUUIDFromBytes(news.getBytes(StandardCharsets.UTF_8))),
        candidate.workspace(),
        candidate.incarnation(),
        seen);
  }

  @Override
  public int compareTo(Held other) {
    return SOONEST_FIRST.compare(this, other);
  }
}
