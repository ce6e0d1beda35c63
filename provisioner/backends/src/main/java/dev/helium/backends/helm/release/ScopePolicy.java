package dev.helium.backends.helm.release;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a chart may make outside its workspace's namespace.
 *
 * @param kinds of objects without a namespace that it may make
 * @param everyKind whether it may make all of them
 * @param namespaces beside its own that its objects may be in
 */
public record ScopePolicy(Set<String> kinds, boolean everyKind, Set<String> namespaces) {
  /** Nothing. */
  public static final ScopePolicy NAMESPACE = new ScopePolicy(Set.of(), false, Set.of());

  private static final String ALL = "all";
  private static final String NONE = "none";

  public ScopePolicy {
    kinds = Set.copyOf(kinds);
    namespaces = Set.copyOf(namespaces);
  }

  /**
   * Reads what an operator writes.
   *
   * @param kinds {@code none}, {@code all}, or names such as {@code ClusterRole}, separated by
   *     commas
   * @param namespaces names, separated by commas
   * @throws IllegalArgumentException when a kind cannot be one
   */
  public static ScopePolicy parse(String kinds, String namespaces) {
    Set<String> named = words(kinds);
    boolean all = named.equals(Set.of(ALL));
    Set<String> some = all || named.equals(Set.of(NONE)) ? Set.of() : named;
    if (!some.stream().allMatch(kind -> kind.matches("[A-Z][A-Za-z0-9]{0,62}"))) {
      throw new IllegalArgumentException(
          "must be none, all, or kinds such as ClusterRole, separated by commas");
    }
    return new ScopePolicy(some, all, words(namespaces));
  }

  boolean allowsKind(String kind) {
    return everyKind || kinds.contains(kind);
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
