package dev.helium.backends;

import java.util.List;

/** There is no backend of that name; the message says which there are. */
public final class UnknownBackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownBackendException(List<String> known) {
    super("must be one of: " + String.join(", ", known));
  }
}
