package dev.helium.backends.helm.release;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that came out differently twice, as what is fixed in it and what is random: words that
 * differ, or all of it when its words do not match.
 *
 * @param fixed one more than there are random parts, which stand between them
 * @param random parts, none of them empty; an empty one first when all of the text is random
 * @param encoded whether the whole is Base64
 */
record RandomText(List<String> fixed, List<String> random, boolean encoded) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+=_-]+");
  private static final String CERTIFICATE = "-----BEGIN ";
  private static final String ENCODED_CERTIFICATE = "LS0tLS1CRUdJTi";
  private static final int TELLING = 6;
  private static final int MOST_WORDS = 16;

  RandomText {
    fixed = List.copyOf(fixed);
    random = List.copyOf(random);
  }

  /**
   * @param encoded whether the texts are Base64, which is then looked into where it is of a text
   */
  static RandomText of(String first, String second, boolean encoded) {
    Optional<String> inner = encoded ? decoded(first) : Optional.empty();
    Optional<String> other = encoded ? decoded(second) : Optional.empty();
    return inner.isPresent() && other.isPresent()
        ? compared(inner.get(), other.get(), true)
        : compared(first, second, false);
  }

  /** Whether a value is long enough not to be elsewhere by chance. */
  static boolean isTelling(String value) {
    return value.length() >= TELLING;
  }

  /** Whether parts that were kept are parts of a text like this one. */
  boolean isLike(List<String> kept) {
    return kept.size() == random.size() && kept.getFirst().isEmpty() == random.getFirst().isEmpty();
  }

  boolean isCertificate() {
    return random.stream()
        .anyMatch(part -> part.contains(CERTIFICATE) || part.contains(ENCODED_CERTIFICATE));
  }

  /** The text with other random parts, as many as there are. */
  String with(List<String> parts) {
    StringBuilder text = new StringBuilder(fixed.getFirst());
    for (int index = 0; index < parts.size(); index++) {
      text.append(parts.get(index)).append(fixed.get(index + 1));
    }
    return encoded
        ? Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8))
        : text.toString();
  }

  private static RandomText compared(String first, String second, boolean encoded) {
    List<String> fixed = new ArrayList<>();
    List<String> random = new ArrayList<>();
    Matcher words = WORD.matcher(first);
    Matcher others = WORD.matcher(second);
    int end = 0;
    int otherEnd = 0;
    boolean matches = !first.contains(CERTIFICATE);
    StringBuilder still = new StringBuilder();
    while (matches && words.find()) {
      String between = first.substring(end, words.start());
      matches = others.find() && between.equals(second.substring(otherEnd, others.start()));
      if (matches) {
        still.append(between);
        end = words.end();
        otherEnd = others.end();
        if (words.group().equals(others.group())) {
          still.append(words.group());
        } else {
          fixed.add(still.toString());
          random.add(words.group());
          still.setLength(0);
        }
      }
    }
    fixed.add(still + first.substring(end));
    return matches
            && random.size() <= MOST_WORDS
            && first.substring(end).equals(second.substring(otherEnd))
        ? new RandomText(fixed, random, encoded)
        : new RandomText(List.of("", "", ""), List.of("", first), encoded);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(text)))
              .toString());
    } catch (CharacterCodingException | IllegalArgumentException noText) {
      return Optional.empty();
    }
  }
}
