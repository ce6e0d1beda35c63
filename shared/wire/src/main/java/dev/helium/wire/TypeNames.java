package dev.helium.wire;

import java.util.Map;
import java.util.stream.Collectors;

/** The published name of each class, in both directions. */
final class TypeNames<T> {
  private final String prefix;
  private final Map<String, Class<? extends T>> classes;
  private final Map<Class<? extends T>, String> names;

  TypeNames(String prefix, Map<String, Class<? extends T>> classes) {
    this.prefix = prefix;
    this.classes = Map.copyOf(classes);
    this.names =
        classes.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  String of(T value) {
    return prefix + names.get(value.getClass()) + ".v1";
  }

  Class<? extends T> named(String type) {
    if (type.startsWith(prefix) && type.endsWith(".v1")) {
      Class<? extends T> found =
          classes.get(type.substring(prefix.length(), type.length() - ".v1".length()));
      if (found != null) {
        return found;
      }
    }
    throw new UnreadableException(UnreadableKind.TYPE, "the type is not one that is known here");
  }
}
