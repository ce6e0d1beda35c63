package dev.helium.engine.event;

import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.SecretMarks;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Takes the secrets of one run, and whatever looks like a credential, out of messages. */
public final class Redactor {
  /** Shorter texts would blank out half of every message without hiding anything. */
  private static final int SHORTEST = 4;

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)(bearer\\s+|(?:token|password|passphrase|secret|authorization)\\s*[=:]\\s*)"
              + "[^\\s,;\"']+");
  private static final Pattern URL_USER = Pattern.compile("://[^/@\\s]+@");

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /** Learns the secret texts inside a value. */
  public void learn(PropertyValue value) {
    SecretMarks.collect(value, false, secrets);
  }

  /** Learns one secret text. */
  public void learn(String secret) {
    secrets.add(secret);
  }

  /** The message without what was learnt. */
  public String clean(String message) {
    var cleaned = message;
    var longestFirst =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (var secret : longestFirst) {
      cleaned = cleaned.replace(secret, PlainValues.MASK);
    }
    return withoutCredentials(cleaned);
  }

  /** The message without what looks like a credential. */
  public static String withoutCredentials(String message) {
    var cleaned = CREDENTIAL.matcher(message).replaceAll("$1" + "[secret]");
    return URL_USER.matcher(cleaned).replaceAll("://[secret]@");
  }
}
