package dev.helium.backends.helm.release;

import java.util.Collection;

/** Lists for people, not too long. */
final class Words {
  private static final int MOST = 10;

  private Words() {}

  static String some(Collection<String> words) {
    String shown = String.join(", ", words.stream().limit(MOST).toList());
    return words.size() > MOST ? shown + " and " + (words.size() - MOST) + " more" : shown;
  }
}
