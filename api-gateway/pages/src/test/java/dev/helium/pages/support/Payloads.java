package dev.helium.pages.support;

import java.util.List;

/** Texts that somebody may give a workspace, hoping that they become more than text. */
public final class Payloads {
  public static final List<String> ALL =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=\"alert(1)",
          "</title><svg onload=alert(1)>",
          "</textarea><script>alert(1)</script>",
          "<!--><img src=x onerror=alert(1)>-->",
          "javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "${7*7}@{x}",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "\u2028<b>\u202ebold");

  private Payloads() {}
}
