package dev.helium.view;

import dev.helium.domain.WorkspaceView;
import java.util.List;
import java.util.Objects;

/**
 * Some workspaces, the one that expires first first.
 *
 * @param count of all that were asked for, those on other pages included
 * @param last where the page ends
 * @param more whether another page follows
 */
public record ExpiringPage(List<WorkspaceView> views, int count, ExpiryPlace last, boolean more) {
  public ExpiringPage {
    views = List.copyOf(views);
    Objects.requireNonNull(last, "last");
  }
}
