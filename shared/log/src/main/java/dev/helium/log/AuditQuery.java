package dev.helium.log;

import dev.helium.domain.AuditEntry;
import java.util.Objects;

/**
 * Which entries of the audit are looked for.
 *
 * @param workspace that they are about; empty for any
 * @param who asked; empty for anybody
 * @param after where the page before ended
 * @param limit of one page, 1 to {@value #MOST}
 */
public record AuditQuery(String workspace, String who, AuditPlace after, int limit) {
  public static final int MOST = 500;

  /** Records of each partition that are looked through for a page, when not all are wanted. */
  private static final int LOOKED_THROUGH = 1_000;

  public AuditQuery {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(after, "after");
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " entries");
    }
  }

  boolean matches(AuditEntry entry) {
    return (workspace.isEmpty() || workspace.equals(entry.workspace()))
        && (who.isEmpty() || who.equals(entry.who()));
  }

  /** No page needs more of a partition when all that is in it is wanted. */
  int window() {
    return workspace.isEmpty() && who.isEmpty() ? limit : LOOKED_THROUGH;
  }
}
