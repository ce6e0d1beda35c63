package dev.helium.pages.list;

import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.LocalPath;
import java.util.List;
import java.util.Objects;

/**
 * The workspaces that were ticked, and the list to go back to.
 *
 * @param ids at most {@link #MOST}
 */
public record Selection(List<String> ids, String back) {
  /** More are not done at once: that is what a page of the list can have. */
  static final int MOST = 100;

  public Selection {
    ids = List.copyOf(ids);
    Objects.requireNonNull(back, "back");
  }

  static Selection of(FormFields fields) {
    String back =
        LocalPath.of(fields.value("back"))
            .filter(path -> path.startsWith(ListPage.PATH))
            .orElse(ListPage.PATH);
    return new Selection(
        fields.values("id").stream().filter(id -> !id.isBlank()).distinct().limit(MOST).toList(),
        back);
  }
}
