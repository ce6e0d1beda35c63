package dev.helium.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the browser's policy forbids, or escaping cannot mend, is in no template. */
class TemplateRulesTest {
  private static final List<Pattern> FORBIDDEN =
      Stream.of(
              "\\son[a-z]+\\s*=",
              "\\sstyle\\s*=\\s*[\"']",
              "<style",
              "<script(?![^>]*\\ssrc=)",
              "\\$unsafe",
              "javascript:",
              "\\shx-on",
              "\\shx-vals=\"js:",
              "https?://")
          .map(Pattern::compile)
          .toList();

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      List<Path> templates = files.filter(file -> file.toString().endsWith(".jte")).toList();
      assertThat(templates).hasSizeGreaterThan(10);
      return templates;
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateHasNothingInlineAndTrustsNobody(Path template) throws IOException {
    // when
    String text = Files.readString(template);

    // then
    for (Pattern forbidden : FORBIDDEN) {
      // Parameters of templates are no attributes of HTML.
      String checked =
          text.replaceAll("@template\\.layout\\.page\\([^`]*", "").replaceAll("@param.*", "");
      assertThat(forbidden.matcher(checked).results().map(found -> found.group()))
          .as(template + " has " + forbidden)
          .isEmpty();
    }
  }
}
