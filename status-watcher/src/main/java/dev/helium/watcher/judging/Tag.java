package dev.helium.watcher.judging;

import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which life of which workspace an object says it belongs to.
 *
 * @param incarnation {@link #ANY} when the object does not say
 */
public record Tag(WorkspaceId workspace, int incarnation) {
  public static final String WORKSPACE_LABEL = "helium.dev/workspace";
  public static final String INCARNATION_LABEL = "helium.dev/incarnation";

  /** Charts and controllers copy some labels and not others; the namespace decides then. */
  public static final int ANY = 0;

  /** What is written there is no number and so belongs to no life. */
  private static final int NONE = -1;

  public Tag {
    Objects.requireNonNull(workspace, "workspace");
  }

  /** Empty for an object whose labels name no possible workspace. */
  public static Optional<Tag> of(ObjectMeta metadata) {
    Map<String, String> labels = metadata.getLabels() == null ? Map.of() : metadata.getLabels();
    String workspace = labels.get(WORKSPACE_LABEL);
    if (workspace == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Tag(new WorkspaceId(workspace), incarnation(labels.get(INCARNATION_LABEL))));
    } catch (IllegalArgumentException anybodyCanWriteLabels) {
      return Optional.empty();
    }
  }

  /** True for an object of that life, or of no particular one. */
  public boolean fits(int life) {
    return incarnation == ANY || incarnation == life;
  }

  private static int incarnation(String label) {
    if (label == null) {
      return ANY;
    }
    try {
      int value = Integer.parseInt(label);
      return value > 0 ? value : NONE;
    } catch (NumberFormatException notANumber) {
      return NONE;
    }
  }
}
