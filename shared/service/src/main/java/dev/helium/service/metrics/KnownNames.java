package dev.helium.service.metrics;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets names become values of a label only when they are known: there are as many as are known, and
 * {@value #OTHER}.
 *
 * @param known asked each time, so that it may grow; what is in it should change seldom
 */
public record KnownNames(Supplier<Set<String>> known) {
  /** What a name is that is not known. */
  public static final String OTHER = "other";

  /** Where more are known, none has a value of its own: they would not be told apart on a panel. */
  static final int MOST = 64;

  public KnownNames {
    Objects.requireNonNull(known, "known");
  }

  /** Of what does not change. */
  public static KnownNames of(Set<String> names) {
    Set<String> copy = Set.copyOf(names);
    return new KnownNames(() -> copy);
  }

  /** The value for a name. */
  public String label(String name) {
    Set<String> names = known.get();
    return names.size() <= MOST && names.contains(name) ? name : OTHER;
  }
}
