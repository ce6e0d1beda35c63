package dev.helium.gateway.listing;

import java.util.List;

/**
 * Some workspaces in their order.
 *
 * @param count of all that were asked for, those on other pages included
 * @param more whether another page follows
 */
record ListPage(List<ListedWorkspace> workspaces, int count, boolean more) {
  ListPage {
    workspaces = List.copyOf(workspaces);
  }
}
