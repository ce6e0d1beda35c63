package dev.helium.domain;

import java.util.List;
import java.util.Objects;

/**
 * A refused command: the reason and, for {@link RefusalReason#INVALID}, the broken rules.
 *
 * @param errors at most {@value #MOST} are kept, and long texts in them are cut: a request that
 *     breaks thousands of rules must not become a record that no log takes
 */
public record Refusal(RefusalReason reason, List<FieldError> errors) {
  /** More than a person mends at once. */
  public static final int MOST = 20;

  public Refusal {
    Objects.requireNonNull(reason, "reason");
    errors = errors.stream().limit(MOST).map(FieldError::shortened).toList();
  }

  public static Refusal of(RefusalReason reason) {
    return new Refusal(reason, List.of());
  }

  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(RefusalReason.INVALID, errors);
  }
}
