package dev.helium.backends.product;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The values that were generated for one workspace, by the names that its {@link GeneratedSecret}s
 * have. They stay the same for as long as the workspace lives.
 *
 * @param madeAt when they were made: the instant that tokens made from them are issued at
 */
public record Secrets(Map<String, String> values, Instant madeAt) {
  public Secrets {
    values = Map.copyOf(values);
    Objects.requireNonNull(madeAt, "madeAt");
  }

  /** Asking for one that was not declared is an {@link IllegalStateException}. */
  public String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("the backend declares no secret " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return values.keySet() + " of " + madeAt;
  }
}
