package dev.helium.engine.provider;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands between a recorded resource and its inputs.
 *
 * @param changed whether anything differs; a provider may know that without knowing where
 * @param paths what differs, such as {@code spec.ports[0].port}
 * @param replaces those of them that cannot change in place
 * @param deleteBeforeReplace the old resource must go before the new one can come
 * @param details how each path differs, empty when the provider does not say
 */
public record Difference(
    boolean changed,
    List<String> paths,
    List<String> replaces,
    boolean deleteBeforeReplace,
    SortedMap<String, PropertyChange> details) {
  /** Nothing differs. */
  public static final Difference NONE = of(List.of(), List.of(), false);

  public Difference {
    paths = List.copyOf(paths);
    replaces = List.copyOf(replaces);
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** A difference known by its paths alone. */
  public static Difference of(
      List<String> paths, List<String> replaces, boolean deleteBeforeReplace) {
    return new Difference(
        !paths.isEmpty() || !replaces.isEmpty(),
        paths,
        replaces,
        deleteBeforeReplace,
        new TreeMap<>());
  }
}
