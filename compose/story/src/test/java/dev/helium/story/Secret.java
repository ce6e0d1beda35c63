package dev.helium.story;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Something that must not be found.
 *
 * @param where it belongs, for people
 * @param forms in which it could be found: as it is, and in Base64 at each of three offsets
 */
record Secret(String where, List<String> forms) {
  private static final int GROUP = 3;

  Secret {
    forms = List.copyOf(forms);
  }

  static Secret of(String where, String value) {
    List<String> forms = new ArrayList<>();
    forms.add(value);
    for (int offset = 0; offset < GROUP; offset++) {
      String encoded =
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(("-".repeat(offset) + value).getBytes(StandardCharsets.UTF_8));
      // What stands before and after it has a part in the first and last characters.
      forms.add(encoded.substring(offset == 0 ? 0 : offset + 1, encoded.length() - 2));
    }
    return new Secret(where, forms);
  }

  /** Whether bytes, each as a character, hold it. */
  boolean isIn(String bytes) {
    return forms.stream().anyMatch(bytes::contains);
  }

  @Override
  public String toString() {
    return "the secret of " + where;
  }
}
