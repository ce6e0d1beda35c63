package dev.helium.pages;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;

/** What the API answered. */
public record ApiAnswer(int status, MultiMap headers, Buffer body) {
  public ApiAnswer {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /** Whether it was done, or will be. */
  public boolean isGood() {
    return status >= 200 && status < 300;
  }
}
