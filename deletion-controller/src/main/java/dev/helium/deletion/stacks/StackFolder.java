package dev.helium.deletion.stacks;

import java.nio.file.Path;
import java.util.Objects;

/** Where the state of stacks is kept, if this process was told. */
public sealed interface StackFolder {
  /** It was not. */
  record Unknown() implements StackFolder {}

  /**
   * It was.
   *
   * @param directory the provisioner's state directory
   */
  record At(Path directory) implements StackFolder {
    public At {
      Objects.requireNonNull(directory, "directory");
    }
  }
}
