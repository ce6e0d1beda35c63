package dev.helium.launcher.command;

import java.util.Iterator;
import java.util.List;

/**
 * What a shell completes the name of a workspace with: not names, which change, but what asks for
 * them when somebody presses the key.
 */
final class WorkspaceNames implements Iterable<String> {
  /** A function of the shell, which {@link CompletionScript} defines. */
  static final String FUNCTION = "_helium_workspaces";

  static final String CALL = "$(" + FUNCTION + ")";

  @Override
  public Iterator<String> iterator() {
    return List.of(CALL).iterator();
  }
}
