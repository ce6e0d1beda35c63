package dev.helium.domain;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values that sealed types allow, so that tests can say that none is left out. */
public final class Kinds {
  private Kinds() {}

  /** Every record that is one of a sealed type, by its simple name. */
  public static Set<String> of(Class<?> sealed) {
    return leaves(sealed).map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
  }

  /** The kinds of values that are there. */
  static Set<String> of(Collection<?> values) {
    return values.stream().map(Kinds::of).collect(Collectors.toUnmodifiableSet());
  }

  public static String of(Object value) {
    return value.getClass().getSimpleName();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Kinds::leaves)
        : Stream.of(type);
  }
}
