package dev.helium.engine.run;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names resources: whole URNs, and patterns in which {@code *} stands for anything but a colon and
 * {@code **} for anything at all.
 *
 * @param written the URNs and patterns as they were given
 */
public record UrnPatterns(List<String> written) {
  private static final UrnPatterns NONE = new UrnPatterns(List.of());

  public UrnPatterns {
    written = List.copyOf(written);
  }

  /** Names nothing. */
  public static UrnPatterns none() {
    return NONE;
  }

  public boolean isEmpty() {
    return written.isEmpty();
  }

  /** True when one of them names this URN. */
  public boolean matches(String urn) {
    return written.stream()
        .anyMatch(text -> isPattern(text) ? regex(text).matcher(urn).matches() : text.equals(urn));
  }

  /** The whole URNs among them. */
  public List<String> literals() {
    return written.stream().filter(text -> !isPattern(text)).toList();
  }

  private static boolean isPattern(String text) {
    return text.contains("*");
  }

  private static Pattern regex(String glob) {
    return Pattern.compile(
        Stream.of(glob.split("\\*\\*", -1))
            .map(
                part ->
                    Stream.of(part.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^:]*")))
            .collect(Collectors.joining(".*")));
  }
}
