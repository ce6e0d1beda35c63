package dev.helium.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The published name of each class, in both directions: a prefix, a name, and the version of the
 * body. What was written in any version is read as what it says today.
 */
final class TypeNames<T> {
  private final Map<Class<? extends T>, String> written = new HashMap<>();
  private final Map<String, Shape<T>> read = new HashMap<>();

  /** How bodies of one type in one version are read. */
  private record Shape<T>(Class<? extends T> type, List<Upcast> upcasts) {}

  /**
   * @param changes by name: for each version, from 1, what adds to its bodies what was added
   *     without a new version, and what then makes a body of the next one, unless it is the newest.
   *     Names that are missing here have one version, which has never changed.
   */
  TypeNames(
      String prefix,
      Map<String, Class<? extends T>> classes,
      Map<String, List<List<Upcast>>> changes) {
    classes.forEach(
        (name, type) -> {
          List<List<Upcast>> versions = changes.getOrDefault(name, List.of(List.of()));
          written.put(type, prefix + name + ".v" + versions.size());
          for (int version = 1; version <= versions.size(); version++) {
            List<Upcast> upcasts =
                versions.subList(version - 1, versions.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            read.put(prefix + name + ".v" + version, new Shape<>(type, upcasts));
          }
        });
  }

  /** Every type that can be read, in all its versions. */
  Set<String> all() {
    return Set.copyOf(read.keySet());
  }

  /** The type that a value is written under. */
  String of(T value) {
    return written.get(value.getClass());
  }

  /** What a body says that was written under a type, in this version of it or an earlier one. */
  T read(Json json, String type, byte[] body) {
    Shape<T> shape = read.get(type);
    if (shape == null) {
      throw new UnreadableException(UnreadableKind.TYPE, "the type is not one that is known here");
    }
    return json.read(body, shape.type(), shape.upcasts());
  }
}
