package dev.helium.pages.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** An address of this site with parameters, encoded. */
public final class Query {
  private final String path;
  private final List<String> pairs;

  private Query(String path, List<String> pairs) {
    this.path = path;
    this.pairs = pairs;
  }

  /**
   * An address without parameters.
   *
   * @param path encoded, such as {@code /get/} and {@link #encoded} what follows
   */
  public static Query of(String path) {
    return new Query(Objects.requireNonNull(path, "path"), List.of());
  }

  /** With one parameter more; an empty value leaves it out. */
  public Query with(String name, String value) {
    return value.isEmpty() ? this : with(name, List.of(value));
  }

  public Query with(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** With one parameter more for each value. */
  public Query with(String name, Collection<String> values) {
    List<String> more = new ArrayList<>(pairs);
    values.forEach(value -> more.add(encoded(name) + "=" + encoded(value)));
    return new Query(path, List.copyOf(more));
  }

  /** One segment of a path, or one name or value. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }
}
