package dev.helium.service.policy;

import dev.helium.domain.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** A policy that cannot be used; says every rule that it breaks. */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  PolicyException(List<FieldError> errors) {
    super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
