package dev.helium.pages.operate.webhook;

import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.Query;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Which events of the past are to be delivered again: those of a workspace, or of a time.
 *
 * @param from in UTC, as a browser writes it, such as {@code 2026-02-22T15:04}
 */
public record RedeliverForm(
    String workspace, String first, String last, String from, String until) {
  static final RedeliverForm EMPTY = new RedeliverForm("", "", "", "", "");

  public RedeliverForm {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  static RedeliverForm of(FormFields fields) {
    return new RedeliverForm(
        fields.value("workspace"),
        fields.value("first"),
        fields.value("last"),
        fields.value("from"),
        fields.value("until"));
  }

  Query onto(Query address) {
    return address
        .with("workspace", workspace)
        .with("first", first)
        .with("last", last)
        .with("from", instant(from))
        .with("until", instant(until));
  }

  /** What is no time goes to the API as it is, which says the rule. */
  private static String instant(String text) {
    try {
      return text.isEmpty() ? "" : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toString();
    } catch (DateTimeException notATime) {
      return text;
    }
  }
}
