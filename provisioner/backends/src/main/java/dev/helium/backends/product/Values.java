package dev.helium.backends.product;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that were held against a backend's schema and filled up with its defaults, so that asking
 * for one that the schema gives a default is safe, unless somebody took it away with a null. A path
 * is names between dots. Asking for what is not there, or is of another kind, ends in a {@link
 * ValueException}, which the requester is told.
 */
public final class Values {
  private final String place;
  private final Map<String, Object> tree;

  public Values(Map<String, Object> tree) {
    this("", tree);
  }

  private Values(String place, Map<String, Object> tree) {
    this.place = place;
    this.tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
  }

  public Map<String, Object> tree() {
    return tree;
  }

  /** Whether there is something that is neither null nor an empty text. */
  public boolean has(String path) {
    return find(path).filter(value -> !"".equals(value)).isPresent();
  }

  /** A text, or a number or truth value in writing. */
  public String text(String path) {
    Object value = require(path);
    if (value instanceof Map || value instanceof List) {
      throw unfit(path, "a text");
    }
    return String.valueOf(value);
  }

  /** A whole number; {@code 3.0} is one too. */
  public int number(String path) {
    if (require(path) instanceof Number number && number.doubleValue() == number.intValue()) {
      return number.intValue();
    }
    throw unfit(path, "a whole number below 2^31");
  }

  public boolean flag(String path) {
    if (require(path) instanceof Boolean flag) {
      return flag;
    }
    throw unfit(path, "true or false");
  }

  /** What is below a path; nothing when there is nothing. */
  public Values at(String path) {
    return new Values(
        place + path + ".", find(path).map(value -> map(value, path)).orElse(Map.of()));
  }

  /** A map of texts; empty when there is nothing. */
  public Map<String, String> texts(String path) {
    Map<String, String> texts = new LinkedHashMap<>();
    at(path).tree.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return Collections.unmodifiableMap(texts);
  }

  /** A list of texts; empty when there is nothing. */
  public List<String> words(String path) {
    return list(path).stream().map(String::valueOf).toList();
  }

  /** A list of objects; empty when there is nothing. */
  public List<Values> objects(String path) {
    List<Values> objects = new ArrayList<>();
    for (Object value : list(path)) {
      objects.add(new Values(place + path + "." + objects.size() + ".", map(value, path)));
    }
    return List.copyOf(objects);
  }

  private List<?> list(String path) {
    Optional<Object> value = find(path);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof List<?> list) {
      return list;
    }
    throw unfit(path, "a list");
  }

  private Object require(String path) {
    return find(path).orElseThrow(() -> new ValueException(place + path, "must be given"));
  }

  private Optional<Object> find(String path) {
    Object value = tree;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return Optional.ofNullable(value);
  }

  private Map<String, Object> map(Object value, String path) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw unfit(path, "a map");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach((name, entry) -> map.put(String.valueOf(name), entry));
    return map;
  }

  private ValueException unfit(String path, String kind) {
    return new ValueException(place + path, "must be " + kind);
  }
}
