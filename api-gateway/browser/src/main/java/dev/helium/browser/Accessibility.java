package dev.helium.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds against WCAG 2.0 to 2.2, levels A and AA. */
final class Accessibility {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

  private Accessibility() {}

  /** A sentence for each rule that the page breaks as it is shown now. */
  static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(RULES)
            // Its other way opens a page beside this one, for frames; there are none.
            .setLegacyMode(true)
            .analyze()
            .getViolations()
            .stream()
            .map(Accessibility::sentence)
            .toList();
  }

  private static String sentence(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .map(Accessibility::place)
            .collect(Collectors.joining("\n  ", "\n  ", ""));
  }

  private static String place(CheckedNode node) {
    return node.getHtml() + " " + node.getFailureSummary();
  }
}
