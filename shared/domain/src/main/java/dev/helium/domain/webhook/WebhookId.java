package dev.helium.domain.webhook;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The name of a webhook, for ever: {@code wh_} and 20 letters and digits. */
public record WebhookId(String value) implements Comparable<WebhookId> {
  private static final String PREFIX = "wh_";
  private static final int LENGTH = 20;
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final Pattern PATTERN = Pattern.compile("wh_[a-z0-9]{20}");

  public WebhookId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("a webhook is named wh_ and 20 letters and digits");
    }
  }

  /** One that nobody has, as nearly as chance allows: there are 36 to the power of 20. */
  public static WebhookId next(RandomGenerator random) {
    StringBuilder name = new StringBuilder(PREFIX);
    for (int index = 0; index < LENGTH; index++) {
      name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return new WebhookId(name.toString());
  }

  @Override
  public int compareTo(WebhookId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
