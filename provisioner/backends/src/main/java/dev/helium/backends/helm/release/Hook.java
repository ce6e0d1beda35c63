package dev.helium.backends.helm.release;

import java.util.List;

/**
 * When an object of a chart has its time.
 *
 * @param events such as {@code pre-install}
 * @param weight lower ones come first
 */
public record Hook(List<String> events, int weight) {
  public Hook {
    events = List.copyOf(events);
  }
}
