package dev.helium.gateway.http;

import java.time.Duration;

/**
 * What is read of requests at most.
 *
 * @param body in bytes
 * @param file of one uploaded file or text field, in bytes
 * @param fields in number
 * @param arrival how long the body may take
 * @param atOnce bodies that may be on their way at the same time, of all requests together
 */
public record Limits(int body, int file, int fields, Duration arrival, int atOnce) {
  public static final Limits DEFAULT =
      new Limits(1024 * 1024, 256 * 1024, 64, Duration.ofSeconds(30), 32);

  /** What is read and thrown away of a body that is too large, so that its sender hears of it. */
  static final int DRAINED = 8 * 1024 * 1024;
}
