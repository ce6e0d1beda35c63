package dev.helium.story.observed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The project's files for Prometheus in a world in which time runs sixty times faster, so that an
 * hour's window is a minute's. By rule, and nothing else is changed:
 *
 * <ul>
 *   <li>windows of queries are a sixtieth, and 10 s at least: five samples;
 *   <li>samples are taken every 2 s, rules evaluated every second or a sixtieth of their interval;
 *   <li>how long an alert has to hold is a sixtieth;
 *   <li>so is every number of seconds that something measured in seconds is compared with, and the
 *       hour and the day that are written as seconds.
 * </ul>
 */
final class Faster {
  static final int TIMES = 60;

  /** For panels, whose own windows Grafana would choose by the interval of samples. */
  static final String RATE_INTERVAL = "10s";

  private static final Duration LEAST_WINDOW = Duration.ofSeconds(10);
  private static final Duration LEAST_SCRAPE = Duration.ofSeconds(2);
  private static final Duration LEAST = Duration.ofSeconds(1);

  private static final Pattern WINDOW = Pattern.compile("\\[(\\d+)([smhd])]");
  private static final Pattern SCRAPE =
      Pattern.compile(
          "(?<=(?:scrape_interval|scrape_timeout|refresh_interval): )(\\d+)([smhd])\\b");
  private static final Pattern EVALUATION =
      Pattern.compile("(?<=\\b(?:for|evaluation_interval|interval): )(\\d+)([smhd])\\b");
  private static final Pattern COMPARED =
      Pattern.compile("(?<=_seconds\\)? [<>] (?:bool )?)(\\d+)()\\b(?! \\*)");
  private static final Pattern OF_UNITS = Pattern.compile("(?<=[/*] )(3600|86400)()\\b");

  private Faster() {}

  /** Copies {@code compose} as far as Prometheus needs it. */
  static void copy(Path compose, Path target) {
    Path observe = compose.resolve("observe");
    try (Stream<Path> files = Files.walk(observe)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isPrometheus = file.startsWith(observe.resolve("prometheus"));
        write(
            target.resolve(compose.relativize(file).toString()),
            isPrometheus ? text(Files.readString(file)) : Files.readString(file));
      }
      write(target.resolve("RUNBOOK.md"), Files.readString(compose.resolve("RUNBOOK.md")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file of Prometheus, faster. */
  static String text(String normal) {
    String text = replaced(WINDOW, normal, found -> "[" + shorter(found, LEAST_WINDOW) + "]");
    text = replaced(SCRAPE, text, found -> shorter(found, LEAST_SCRAPE));
    text = replaced(EVALUATION, text, found -> shorter(found, LEAST));
    text = replaced(COMPARED, text, Faster::sixtieth);
    return replaced(OF_UNITS, text, Faster::sixtieth);
  }

  private static String replaced(
      Pattern pattern, String text, Function<MatchResult, String> replacement) {
    return pattern.matcher(text).replaceAll(found -> replacement.apply(found));
  }

  private static String shorter(MatchResult found, Duration least) {
    Duration normal = duration(found);
    Duration shorter = normal.dividedBy(TIMES);
    Duration kept = shorter.compareTo(least) < 0 && !normal.isZero() ? least : shorter;
    return kept.toSeconds() + "s";
  }

  private static String sixtieth(MatchResult found) {
    return Long.toString(Long.parseLong(found.group(1)) / TIMES);
  }

  private static Duration duration(MatchResult found) {
    long count = Long.parseLong(found.group(1));
    return switch (found.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
