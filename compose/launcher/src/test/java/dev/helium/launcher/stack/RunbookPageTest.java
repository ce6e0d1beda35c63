package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunbookPageTest {
  @Test
  void givesChaptersTheAnchorsThatCodeHostsGiveThem() {
    assertThat(RunbookPage.anchor("A process does not answer"))
        .isEqualTo("a-process-does-not-answer");
    assertThat(RunbookPage.anchor("Charts, or `helm`: refused?"))
        .isEqualTo("charts-or-helm-refused");
  }

  @Test
  void showsWhatWasWrittenAndNothingThatABrowserOrPrometheusWouldObey() {
    // when
    String page =
        RunbookPage.of("# Runbook\n\n## One\n\n**Do** `a < b` as [there](#two), {{ .Value }}.\n");

    // then
    assertThat(page)
        .contains("<h2 id=\"one\">One</h2>")
        .contains("<strong>Do</strong> <code>a &lt; b</code> as <a href=\"#two\">there</a>")
        .contains("{{\"{{\"}} .Value }}");
  }
}
