package dev.helium.bench.row;

import java.util.Objects;

/** Where some of the time goes. */
public record Part(String what, double milliseconds) {
  public Part {
    Objects.requireNonNull(what, "what");
  }
}
