package dev.helium.view;

/** Is told of views as they are written, by this process or another. */
@FunctionalInterface
public interface ViewFollower {
  /**
   * Takes the view of a name, those of deleted workspaces included; those of one name in their
   * order. Called on a thread that must not be held up. When too much is written at once some may
   * never be told: whoever needs all looks again at times.
   */
  void changed(String workspace, KeptView view);
}
