package dev.helium.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text on its ground can be read by those who see little contrast (WCAG 2.2, AA). */
class ContrastTest {
  private static final double LEAST = 4.5;
  private static final Pattern COLOUR =
      Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)");

  @ParameterizedTest
  @CsvSource({
    "text, ground",
    "text, surface",
    "text, sunken",
    "text, raised",
    "quiet, ground",
    "quiet, surface",
    "quiet, sunken",
    "quiet, raised",
    "quiet, idle-ground",
    "accent, ground",
    "accent, surface",
    "accent, sunken",
    "accent-strong, accent-ground",
    "accent-strong, surface",
    "on-accent, accent",
    "on-accent, accent-strong",
    "good, good-ground",
    "busy, busy-ground",
    "warn, warn-ground",
    "bad, bad-ground",
    "idle, idle-ground",
    "warn, surface",
    "warn, ground",
    "bad, surface",
    "bad, ground"
  })
  void textStandsOutFromItsGround(String text, String ground) throws IOException {
    // given
    Map<String, String[]> colours = new HashMap<>();
    Matcher found =
        COLOUR.matcher(Files.readString(Path.of("src/main/resources/assets/helium.css")));
    while (found.find()) {
      colours.put(found.group(1), new String[] {found.group(2), found.group(3)});
    }

    // then
    for (int scheme = 0; scheme < 2; scheme++) {
      assertThat(contrast(colours.get(text)[scheme], colours.get(ground)[scheme]))
          .as(text + " on " + ground + (scheme == 0 ? ", light" : ", dark"))
          .isGreaterThanOrEqualTo(LEAST);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    String digits = colour.substring(1);
    String full = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
    return 0.2126 * linear(full, 0) + 0.7152 * linear(full, 2) + 0.0722 * linear(full, 4);
  }

  private static double linear(String digits, int from) {
    double value = Integer.parseInt(digits.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
