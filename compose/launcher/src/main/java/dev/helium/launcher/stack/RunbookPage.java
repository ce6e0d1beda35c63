package dev.helium.launcher.stack;

import java.util.Locale;
import java.util.regex.Pattern;

/** The runbook as a page that Prometheus serves, so that the link of an alert leads somewhere. */
public final class RunbookPage {
  static final String FILE = "runbook.html";

  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\((#[a-z0-9-]*)\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String BEGINNING =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Helium: runbook</title>
      <style>
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; color: #222; }
      div { white-space: pre-wrap; }
      h2:target { background: #fe9; }
      code { font-size: 0.9em; background: #eee; }
      @media (prefers-color-scheme: dark) {
        body { background: #111; color: #ddd; }
        a { color: #8bf; }
        code { background: #333; }
        h2:target { background: #640; }
      }
      </style>
      </head>
      <body>
      """;

  private RunbookPage() {}

  /** What a link to a chapter says behind its `#`, as on the pages of code hosts. */
  public static String anchor(String title) {
    return title
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
        .replace(' ', '-');
  }

  /** Headings with their anchors, and everything else as it was written. */
  static String of(String runbook) {
    StringBuilder page = new StringBuilder(BEGINNING).append("<div>");
    runbook
        .lines()
        .forEach(
            line -> {
              if (line.startsWith("## ")) {
                String title = line.substring(3);
                page.append(
                    "</div>\n<h2 id=\"%s\">%s</h2>\n<div>".formatted(anchor(title), text(title)));
              } else {
                page.append(text(line)).append('\n');
              }
            });
    // Prometheus takes pages for templates.
    return page.append("</div>\n</body>\n</html>\n").toString().replace("{{", "{{\"{{\"}}");
  }

  private static String text(String line) {
    String safe = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String linked = LINK.matcher(safe).replaceAll("<a href=\"$2\">$1</a>");
    String coded = CODE.matcher(linked).replaceAll("<code>$1</code>");
    return STRONG.matcher(coded).replaceAll("<strong>$1</strong>");
  }
}
