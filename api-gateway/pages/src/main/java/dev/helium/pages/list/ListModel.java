package dev.helium.pages.list;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Shown;
import dev.helium.pages.read.WorkspaceList;
import dev.helium.pages.read.WorkspaceView;
import java.util.List;
import java.util.Objects;

/**
 * What the list shows.
 *
 * @param backends that one can choose from; empty where only the rows are read
 * @param errors why the API refused the filters; nothing is listed then
 */
public record ListModel(
    Frame frame, ListQuery query, WorkspaceList list, List<String> backends, List<String> errors) {
  public ListModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(list, "list");
    backends = List.copyOf(backends);
    errors = List.copyOf(errors);
  }

  /** Where the rows are read again. */
  public String rowsFrom() {
    return query.at(ListPage.ROWS);
  }

  /** The events after which that is done. */
  public String stream() {
    return query.stream(frame.viewer().name()).toString();
  }

  /** Whether there is a row that this visitor may change. */
  public boolean canSelect() {
    return list.workspaces().stream().anyMatch(this::mayChange);
  }

  public boolean mayChange(WorkspaceView workspace) {
    return frame.viewer().mayChange(workspace.createdBy());
  }

  /** Which of how many, such as {@code 51–100 of 1,204}. */
  public String range() {
    long first = (query.page() - 1L) * ListQuery.LIMIT + 1;
    long last = first + list.workspaces().size() - 1;
    return Shown.number(first) + "–" + Shown.number(last) + " of " + Shown.number(list.count());
  }

  public boolean hasPages() {
    return !query.cursor().isEmpty() || !list.nextCursor().isEmpty();
  }
}
