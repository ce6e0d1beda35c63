package dev.helium.domain;

import java.util.List;
import java.util.Objects;

/**
 * A refused command: the reason and, for {@link RefusalReason#INVALID}, the broken rules.
 *
 * @param errors at most {@value #MOST} are kept, and long texts in them are cut: a request that
 *     breaks thousands of rules must not become a record that no log takes
 * @param detail what there is to say beyond the reason, for a person; empty when there is nothing,
 *     and cut at {@value #LONGEST_DETAIL} characters
 */
public record Refusal(RefusalReason reason, List<FieldError> errors, String detail) {
  /** More than a person mends at once. */
  public static final int MOST = 20;

  public static final int LONGEST_DETAIL = 700;

  public Refusal {
    Objects.requireNonNull(reason, "reason");
    errors = errors.stream().limit(MOST).map(FieldError::shortened).toList();
    if (detail.length() > LONGEST_DETAIL) {
      detail = detail.substring(0, LONGEST_DETAIL - 1) + "…";
    }
  }

  /** Of which the reason and the errors say all. */
  public Refusal(RefusalReason reason, List<FieldError> errors) {
    this(reason, errors, "");
  }

  public static Refusal of(RefusalReason reason) {
    return new Refusal(reason, List.of());
  }

  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(RefusalReason.INVALID, errors);
  }
}
