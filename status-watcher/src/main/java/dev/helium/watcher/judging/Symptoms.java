package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;

/** Short ways to say what is wrong with one object. */
public record Symptoms(ObjectKey key) {
  private static final String QUOTA = "exceeded quota";

  public Symptom of(ReadinessCode code, String message) {
    return new Symptom.Lasting(reason(code, message));
  }

  /** In a word of the cluster's own. */
  Symptom of(ReasonKind kind, String word, String message) {
    return new Symptom.Lasting(reason(kind, word, message));
  }

  Symptom terminating() {
    return of(ReadinessCode.TERMINATING, "is being deleted");
  }

  /** Quota stays exceeded until somebody acts; other refusals, such as a race, often pass. */
  public Symptom refused(String message) {
    return message.contains(QUOTA)
        ? of(
            ReadinessCode.QUOTA_EXCEEDED,
            QuotaArithmetic.of(message).map(QuotaArithmetic::inWords).orElse(message))
        : of(ReadinessCode.FAILED_CREATE, message);
  }

  /** The same reason with more words. */
  public Reason withMore(Reason reason, String more) {
    return reason(reason.kind(), reason.code(), reason.message() + more);
  }

  public Reason reason(ReadinessCode code, String message) {
    return reason(code.kind(), code.word(), message);
  }

  Reason reason(ReasonKind kind, String word, String message) {
    return new Reason(kind, key.toString(), word, SafeText.of(message));
  }
}
