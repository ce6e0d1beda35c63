package dev.helium.backends.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps, lists and plain values inside each other, as YAML and JSON have them. */
public final class Trees {
  private Trees() {}

  /**
   * A map whose names are texts, in its order; what it holds is not copied.
   *
   * @throws IllegalStateException when it is none; it names {@code what}
   */
  public static Map<String, Object> map(Object value, String what) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw new IllegalStateException(what + " is not a map");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach((name, entry) -> map.put(String.valueOf(name), entry));
    return map;
  }

  /** The same; an empty one for nothing. */
  public static Map<String, Object> mapOrNone(Object value, String what) {
    return value == null ? Map.of() : map(value, what);
  }

  /** A copy that shares no map and no list, where all names of maps are texts. */
  public static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> entries -> copy(entries);
      case List<?> elements -> {
        List<Object> list = new ArrayList<>();
        elements.forEach(element -> list.add(copy(element)));
        yield list;
      }
      case null -> null;
      default -> value;
    };
  }

  /** A copy that shares no map and no list, where all names of maps are texts. */
  public static Map<String, Object> copy(Map<?, ?> entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach((name, entry) -> map.put(String.valueOf(name), copy(entry)));
    return map;
  }

  /**
   * One tree laid over another: maps are merged, everything else replaces what was there, and
   * nothing (null) takes it away.
   */
  public static Map<String, Object> merge(Map<?, ?> base, Map<?, ?> over) {
    Map<String, Object> merged = copy(base);
    over.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value == null) {
            merged.remove(name);
          } else if (value instanceof Map<?, ?> entries) {
            Map<?, ?> below = merged.get(name) instanceof Map<?, ?> there ? there : Map.of();
            merged.put(name, merge(below, entries));
          } else {
            merged.put(name, copy(value));
          }
        });
    return merged;
  }

  /** The map of that name, made when there is none; it is the one in the tree and not a copy. */
  // Trees have texts for names.
  @SuppressWarnings("unchecked")
  public static Map<String, Object> inner(Map<String, Object> map, String name) {
    return (Map<String, Object>)
        map.computeIfAbsent(name, ignored -> new LinkedHashMap<String, Object>());
  }

  /** What stands at a path of names between dots, or nothing. */
  public static Optional<Object> find(Map<?, ?> tree, String path) {
    Object value = tree;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return Optional.ofNullable(value);
  }

  /** A path that goes on with another; either may be empty. */
  public static String join(String path, String further) {
    return path.isEmpty() || further.isEmpty() ? path + further : path + "." + further;
  }

  /** A tree with nothing but a value at a path of names between dots. */
  public static Map<String, Object> of(String path, Object value) {
    int dot = path.indexOf('.');
    Map<String, Object> tree = new LinkedHashMap<>();
    if (dot < 0) {
      tree.put(path, value);
    } else {
      tree.put(path.substring(0, dot), of(path.substring(dot + 1), value));
    }
    return tree;
  }
}
