package dev.helium.pages.list;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Shown;
import dev.helium.pages.read.WorkspaceView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody confirms before several workspaces are changed.
 *
 * @param key makes that asking twice does it once
 * @param error what is wrong with what was filled in; may be empty
 */
public record SelectedModel(
    Frame frame,
    boolean isDeletion,
    List<Item> items,
    Selection selection,
    String key,
    String error) {
  /** One of them. What could not be read is named all the same. */
  public record Item(String id, Optional<WorkspaceView> workspace) {
    public Item {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
    }
  }

  public SelectedModel {
    Objects.requireNonNull(frame, "frame");
    items = List.copyOf(items);
    Objects.requireNonNull(selection, "selection");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(error, "error");
  }

  public String title() {
    return (isDeletion ? "Delete " : "Extend ") + number() + "?";
  }

  /** Such as {@code 3 workspaces}. */
  public String number() {
    return Shown.counted(items.size(), "workspace");
  }

  /** How many of them somebody protects, so that the API will refuse to end them. */
  public long guarded() {
    return items.stream()
        .flatMap(item -> item.workspace().stream())
        .flatMap(workspace -> workspace.protection().stream())
        .filter(protection -> protection.until().isAfter(frame.now()))
        .count();
  }
}
