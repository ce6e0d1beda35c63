package dev.helium.log;

import dev.helium.domain.AuditEntry;
import java.util.List;
import java.util.Objects;

/**
 * Some entries of the audit, the newest first. May have fewer than were asked for, even none, and
 * not be the last all the same: no more than so many records are looked through for one page.
 *
 * @param next where it ended
 * @param more whether there is anything before that
 */
public record AuditPage(List<AuditEntry> entries, AuditPlace next, boolean more) {
  public AuditPage {
    entries = List.copyOf(entries);
    Objects.requireNonNull(next, "next");
  }
}
