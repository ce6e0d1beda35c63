package dev.helium.gateway.identity;

import dev.helium.domain.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** Tokens that cannot be used; says every rule that is broken, and nothing of a token. */
final class TokensException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SAID = 10;

  TokensException(List<FieldError> errors) {
    super(
        errors.stream()
            .limit(MOST_SAID)
            .map(FieldError::toString)
            .collect(Collectors.joining("; ")));
  }
}
