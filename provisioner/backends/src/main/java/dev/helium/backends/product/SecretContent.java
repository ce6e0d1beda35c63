package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Writes the content of secrets as the API server keeps it. What is sent in {@code stringData} is
 * never read back, and a key that is left out there later stays for ever.
 */
public final class SecretContent {
  private static final String TEXTS = "stringData";
  private static final String DATA = "data";

  private SecretContent() {}

  /**
   * Changes the tree of an object, if that is a secret.
   *
   * @param object all of it
   */
  public static void encode(Map<String, Object> object) {
    if ("Secret".equals(object.get("kind")) && object.remove(TEXTS) instanceof Map<?, ?> texts) {
      Map<String, Object> data = Trees.inner(object, DATA);
      Trees.copy(texts).forEach((key, text) -> data.put(key, encoded(String.valueOf(text))));
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
