package dev.helium.domain;

import java.util.List;
import java.util.Objects;

/** A refused command: the reason and, for {@link RefusalReason#INVALID}, every broken rule. */
public record Refusal(RefusalReason reason, List<FieldError> errors) {
  public Refusal {
    Objects.requireNonNull(reason, "reason");
    errors = List.copyOf(errors);
  }

  public static Refusal of(RefusalReason reason) {
    return new Refusal(reason, List.of());
  }

  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(RefusalReason.INVALID, errors);
  }
}
