package dev.helium.gateway.workspaces;

import dev.helium.domain.WorkspaceVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strong entity tag of a workspace as it is shown. Two answers with the same tag are the same
 * byte for byte; and what was decided about the workspace can be told from it.
 *
 * @param version what was decided
 * @param events how many events it shows, of both writers
 * @param form what else the answer depends on: how this gateway shows workspaces
 * @param estimate of the estimate that stands in it; empty where none can
 */
record EntityTag(WorkspaceVersion version, long events, String form, String estimate) {
  private static final Pattern PATTERN =
      Pattern.compile("\"([0-9a-f]{16})-([0-9]{1,18})-([0-9a-f]{8})(?:-([0-9a-f]{8}))?\"");

  /** Empty for a tag that no workspace has ever had. */
  static Optional<EntityTag> parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new EntityTag(
                new WorkspaceVersion(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                matcher.group(3),
                Optional.ofNullable(matcher.group(4)).orElse("")))
        : Optional.empty();
  }

  /** As the header has it. */
  String text() {
    return "\""
        + version
        + "-"
        + events
        + "-"
        + form
        + (estimate.isEmpty() ? "" : "-" + estimate)
        + "\"";
  }
}
