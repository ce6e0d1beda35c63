package dev.helium.backends;

import com.pulumi.Context;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A backend whose programs are Pulumi projects in folders, in any language. The Pulumi command line
 * runs them in processes of their own.
 */
public interface ProjectBackend extends Backend {
  /**
   * The project that {@link #prepare} has put into a folder.
   *
   * @param input that was accepted
   */
  PulumiProject project(BackendInput input, Path folder);

  /** What its processes see and may take, also those that only work on the state of a stack. */
  ProcessPolicy processes();

  /** There is none here: run in this process it would have a stack lose all that it has. */
  @Override
  default Consumer<Context> program() {
    return context -> {
      throw new IllegalStateException("a project is run by the Pulumi command line");
    };
  }
}
