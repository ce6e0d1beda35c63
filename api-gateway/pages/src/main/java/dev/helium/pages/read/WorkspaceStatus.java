package dev.helium.pages.read;

import java.util.Arrays;
import java.util.List;

/** How far a workspace is, with the word and the picture that pages show for it. */
public enum WorkspaceStatus {
  PENDING("pending", "Pending"),
  CREATING("creating", "Creating"),
  READY("ready", "Ready"),
  NOT_READY("not-ready", "Not ready"),
  FAILED("failed", "Failed"),
  DELETING("deleting", "Deleting"),
  /** Said by an explanation or a timeline only. */
  DELETED("deleted", "Deleted"),
  /** A word that is newer than this page. */
  UNKNOWN("unknown", "Unknown");

  /** Those that a list can be asked for, in the order in which people look at them. */
  public static final List<WorkspaceStatus> LISTED =
      List.of(READY, CREATING, PENDING, NOT_READY, FAILED, DELETING);

  private final String id;
  private final String word;

  WorkspaceStatus(String id, String word) {
    this.id = id;
    this.word = word;
  }

  /** As the API says it; also the name of its icon and of its class in style sheets. */
  public String id() {
    return id;
  }

  public String word() {
    return word;
  }

  /** Whether it gets no further by itself, or not yet. */
  public boolean needsSomebody() {
    return this == FAILED || this == NOT_READY;
  }

  public static WorkspaceStatus named(String id) {
    return Arrays.stream(values())
        .filter(status -> status.id.equals(id))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
