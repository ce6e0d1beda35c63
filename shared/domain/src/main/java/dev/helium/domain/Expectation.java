package dev.helium.domain;

import java.util.Objects;

/** What must be so of a name when a command is decided, lest it be refused. */
public sealed interface Expectation {
  /** There is no workspace of that name. */
  record Nothing() implements Expectation {}

  /** There is one. */
  record Something() implements Expectation {}

  /** Nothing was decided about it since it was like this. */
  record Unchanged(WorkspaceVersion version) implements Expectation {
    public Unchanged {
      Objects.requireNonNull(version, "version");
    }
  }

  default boolean holds(Workspace workspace) {
    return switch (this) {
      case Nothing ignored -> !workspace.exists();
      case Something ignored -> workspace.exists();
      case Unchanged(WorkspaceVersion version) ->
          workspace.exists() && WorkspaceVersion.of(workspace).equals(version);
    };
  }

  /** What there is to say when it does not hold. */
  default String otherwise() {
    return switch (this) {
      case Nothing ignored -> "There is a workspace of that name already.";
      case Something ignored -> "There is no workspace of that name.";
      case Unchanged ignored ->
          "It is not what it was when it was read; read it again before changing it.";
    };
  }
}
