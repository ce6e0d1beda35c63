package dev.helium.gateway.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What is read of requests at most.
 *
 * @param body in bytes
 * @param file of one uploaded file or text field, in bytes
 * @param larger files of these fields may have so many bytes instead
 * @param fields in number
 * @param arrival how long the body may take
 * @param atOnce bodies that may be on their way at the same time, of all requests together
 */
public record Limits(
    int body, int file, Map<String, Integer> larger, int fields, Duration arrival, int atOnce) {
  public static final Limits DEFAULT =
      new Limits(1024 * 1024, 256 * 1024, 64, Duration.ofSeconds(30), 32);

  /** What is read and thrown away of a body that is too large, so that its sender hears of it. */
  static final int DRAINED = 8 * 1024 * 1024;

  public Limits {
    larger = Map.copyOf(larger);
  }

  /** The same for the files of all fields. */
  public Limits(int body, int file, int fields, Duration arrival, int atOnce) {
    this(body, file, Map.of(), fields, arrival, atOnce);
  }

  /** The same, where files of one field may have more or less than others. */
  public Limits withFile(String field, int most) {
    Map<String, Integer> named = new HashMap<>(larger);
    named.put(field, most);
    return new Limits(body, file, named, fields, arrival, atOnce);
  }

  int file(String field) {
    return larger.getOrDefault(field, file);
  }
}
