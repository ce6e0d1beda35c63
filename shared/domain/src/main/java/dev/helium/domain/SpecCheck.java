package dev.helium.domain;

import java.util.List;

/** Knows the backends and what they take. */
@FunctionalInterface
public interface SpecCheck {
  /** Every rule that the request breaks; empty when its backend can make it. Never blocks. */
  List<FieldError> check(Command.Create create);
}
