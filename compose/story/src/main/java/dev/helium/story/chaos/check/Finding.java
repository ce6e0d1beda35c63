package dev.helium.story.chaos.check;

import java.util.List;

/**
 * What one rule found.
 *
 * @param checked how many things were looked at
 * @param rule what holds for each of them, as a sentence that begins after the number
 * @param breaches one sentence each; empty when the rule holds
 */
public record Finding(long checked, String rule, List<String> breaches) {
  public Finding {
    breaches = List.copyOf(breaches);
  }

  public boolean holds() {
    return breaches.isEmpty();
  }
}
