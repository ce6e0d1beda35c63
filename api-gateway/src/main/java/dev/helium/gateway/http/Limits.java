package dev.helium.gateway.http;

import java.time.Duration;

/**
 * What is read of one request at most.
 *
 * @param body in bytes
 * @param file of one uploaded file or text field, in bytes
 * @param fields in number
 * @param arrival how long the body may take
 */
public record Limits(int body, int file, int fields, Duration arrival) {
  public static final Limits DEFAULT =
      new Limits(1024 * 1024, 256 * 1024, 64, Duration.ofSeconds(30));

  /** What is read and thrown away of a body that is too large, so that its sender hears of it. */
  static final int DRAINED = 8 * 1024 * 1024;
}
