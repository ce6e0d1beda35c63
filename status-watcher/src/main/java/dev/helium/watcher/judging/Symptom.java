package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import java.time.Instant;
import java.util.Objects;

/** A reason for not being ready, as long as the object stays as it is. */
public sealed interface Symptom {
  /** The code of a pod of which nothing is known that its controller does not know better. */
  String NOT_STARTED = ReadinessCode.PENDING.word();

  Reason at(Instant now);

  record Lasting(Reason reason) implements Symptom {
    public Lasting {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Reason at(Instant now) {
      return reason;
    }
  }

  /** Waiting is fine for a while; from an instant on it means that something is wrong. */
  record Worsening(Reason first, Instant until, Reason then) implements Symptom {
    public Worsening {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(then, "then");
    }

    @Override
    public Reason at(Instant now) {
      return now.isBefore(until) ? first : then;
    }
  }
}
