package dev.helium.domain;

import java.util.List;

/** Knows the backends and what they take. */
@FunctionalInterface
public interface SpecCheck {
  /** Every rule that the request breaks; empty when its backend can make it. Never blocks. */
  List<FieldError> check(Command.Create create);

  /**
   * What keeps a specification from being made once more: uploads that are no longer kept, or a
   * backend that no longer takes it. May read the files of that workspace.
   */
  default List<FieldError> checkRecord(WorkspaceId workspace, WorkspaceSpec specification) {
    return List.of();
  }
}
