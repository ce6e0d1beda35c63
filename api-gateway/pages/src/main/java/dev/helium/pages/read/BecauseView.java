package dev.helium.pages.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something is as it is: a sentence, and what says so.
 *
 * @param source empty where the sentence names none
 */
public record BecauseView(String sentence, Optional<Source> source) {
  private static final Pattern SOURCED =
      Pattern.compile(
          "(?s)(.+) \\(event (\\d{1,18})(?: of ([^\\s,()]+))?(?:, command ([^\\s()]+))?\\)\\.");

  /**
   * The event that a sentence comes of.
   *
   * @param number among all events of the name
   * @param command that it goes back to; may be empty
   */
  public record Source(long number, Optional<Instant> time, String command) {
    public Source {
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(command, "command");
    }
  }

  public BecauseView {
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(source, "source");
  }

  /** The API says it all in one line, which is much to read for those who want the story. */
  static BecauseView of(String line) {
    Matcher matcher = SOURCED.matcher(line);
    if (!matcher.matches()) {
      return new BecauseView(line, Optional.empty());
    }
    Source source =
        new Source(
            Long.parseLong(matcher.group(2)),
            Optional.ofNullable(matcher.group(3)).flatMap(BecauseView::instant),
            Optional.ofNullable(matcher.group(4)).orElse(""));
    return new BecauseView(matcher.group(1) + ".", Optional.of(source));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
