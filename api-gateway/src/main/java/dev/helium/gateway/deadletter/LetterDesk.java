package dev.helium.gateway.deadletter;

import dev.helium.gateway.aside.Aside;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.Letters;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Where dead letters are looked at, and dealt with one after the other, so that whoever comes
 * second is told what the first did.
 */
final class LetterDesk {
  private static final int READS_AT_ONCE = 2;
  private static final int MOST_READS = 16;
  private static final int MOST_CHANGES = 8;
  private static final int RETRY_SECONDS = 5;
  private static final Duration LONGEST_READ = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final LogSettings log;
  private final InstantSource clock;
  private final Aside reads;
  private final Aside changes;

  LetterDesk(Vertx vertx, LogSettings log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
    this.reads =
        new Aside(
            vertx,
            "dead-letters",
            READS_AT_ONCE,
            MOST_READS,
            LONGEST,
            busy("Too many look at dead letters already."));
    this.changes =
        new Aside(
            vertx,
            "dead-letter-changes",
            1,
            MOST_CHANGES,
            LONGEST,
            busy("Too many dead letters are being dealt with already."));
  }

  /** Something that is done with the letters there are. */
  @FunctionalInterface
  interface Work<T> {
    T with(DeadLetterBox box, Letters letters) throws LogUnavailableException;
  }

  <T> Future<T> read(Work<T> work) {
    return reads.run(() -> open(work));
  }

  <T> Future<T> change(Work<T> work) {
    return changes.run(() -> open(work));
  }

  /** Ends what is under way. */
  Future<Void> close() {
    return reads.close().eventually(changes::close);
  }

  /** The number that a path says; what cannot be one is the number of no letter. */
  static long number(RoutingContext context) {
    try {
      return Long.parseLong(context.pathParam("number"));
    } catch (NumberFormatException notANumber) {
      throw unknown();
    }
  }

  static DeadLetter find(Letters letters, long number) {
    return letters.numbered(number).orElseThrow(LetterDesk::unknown);
  }

  private <T> T open(Work<T> work) throws LogUnavailableException {
    try (DeadLetterBox box = new DeadLetterBox(log, LONGEST_READ, clock)) {
      return work.with(box, box.letters());
    }
  }

  private static ProblemException unknown() {
    return Problem.of(ProblemKind.UNKNOWN, "There is no such dead letter.").exception();
  }

  private static Problem busy(String detail) {
    return Problem.unavailable(detail, RETRY_SECONDS);
  }
}
