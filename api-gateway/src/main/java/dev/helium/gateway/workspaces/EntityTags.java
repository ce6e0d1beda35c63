package dev.helium.gateway.workspaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match}.
 *
 * @param any whether it is {@code *}
 * @param tags as they were written, weak ones with their {@code W/}
 */
record EntityTags(boolean any, List<String> tags) {
  static final String RULE = "must be * or entity tags such as \"abc\", separated by commas";

  private static final int LONGEST = 4_096;
  private static final Pattern TAG = Pattern.compile("\\s*((?:W/)?\"[\\x21\\x23-\\x7e]*\")\\s*");

  EntityTags {
    tags = List.copyOf(tags);
  }

  /** Empty when it is neither. */
  static Optional<EntityTags> parse(String header) {
    if (header.strip().equals("*")) {
      return Optional.of(new EntityTags(true, List.of()));
    }
    if (header.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> tags = new ArrayList<>();
    Matcher matcher = TAG.matcher(header);
    int start = 0;
    while (matcher.find(start) && matcher.start() == start) {
      tags.add(matcher.group(1));
      if (matcher.end() == header.length()) {
        return Optional.of(new EntityTags(false, tags));
      }
      if (header.charAt(matcher.end()) != ',') {
        return Optional.empty();
      }
      start = matcher.end() + 1;
    }
    return Optional.empty();
  }

  /** Those that a workspace can have had, weak ones too when that is enough. */
  List<EntityTag> known(boolean weakly) {
    return tags.stream()
        .filter(tag -> weakly || !tag.startsWith("W/"))
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .flatMap(tag -> EntityTag.parse(tag).stream())
        .toList();
  }
}
