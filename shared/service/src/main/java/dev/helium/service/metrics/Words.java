package dev.helium.service.metrics;

import java.util.Locale;

/** The words that labels are made of. */
public final class Words {
  private Words() {}

  /** A constant in lower case with hyphens: {@code QUOTA_EXCEEDED} is {@code quota-exceeded}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A class likewise: {@code RetryScheduled} is {@code retry-scheduled}. */
  public static String of(Class<?> type) {
    StringBuilder word = new StringBuilder();
    String name = type.getSimpleName();
    for (int index = 0; index < name.length(); index++) {
      char letter = name.charAt(index);
      if (Character.isUpperCase(letter) && index > 0) {
        word.append('-');
      }
      word.append(Character.toLowerCase(letter));
    }
    return word.toString();
  }
}
