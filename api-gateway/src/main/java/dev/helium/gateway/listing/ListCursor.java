package dev.helium.gateway.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where a page ended, as an opaque text. It belongs to one filter and one order, and a text that
 * was changed is known by its checksum. That is no signature: it opens nothing, so there is nothing
 * to guard.
 */
final class ListCursor {
  /** Characters; a place has at most some 120. */
  static final int LONGEST = 400;

  private static final int CHECK = 16;
  private static final int LINES = 4;

  private ListCursor() {}

  static String text(ListQuery query, ListPlace last) {
    String content =
        String.join("\n", query.sort(), Long.toString(last.number()), last.text(), last.name());
    return encoded(content, query.filter());
  }

  /** Empty unless it was made for this filter and order. */
  static Optional<ListPlace> place(String text, ListFilter filter, String sort) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String whole = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String content = whole.substring(Math.min(CHECK, whole.length()));
      List<String> lines = List.of(content.split("\n", -1));
      return text.equals(encoded(content, filter))
              && lines.size() == LINES
              && lines.getFirst().equals(sort)
          ? Optional.of(new ListPlace(Long.parseLong(lines.get(1)), lines.get(2), lines.getLast()))
          : Optional.empty();
    } catch (IllegalArgumentException notACursor) {
      return Optional.empty();
    }
  }

  private static String encoded(String content, ListFilter filter) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((check(content, filter) + content).getBytes(StandardCharsets.UTF_8));
  }

  private static String check(String content, ListFilter filter) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  ("helium\n" + content + "\n" + filter.canonical())
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, CHECK);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
