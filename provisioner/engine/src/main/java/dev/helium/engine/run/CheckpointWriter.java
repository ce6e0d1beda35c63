package dev.helium.engine.run;

import dev.helium.engine.state.CheckpointFile;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.StackReference;
import dev.helium.engine.state.WrittenResources;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Writes the state file. Steps that end at the same time share one write: each returns only when a
 * file that contains it is in place.
 */
final class CheckpointWriter implements StateSink {
  private final CheckpointFile file;
  private final StackReference stack;
  private final DeploymentJson documents;
  private final InstantSource clock;
  private final ReentrantLock writing = new ReentrantLock();
  private final WrittenResources resources = new WrittenResources();
  private long written;

  CheckpointWriter(
      CheckpointFile file, StackReference stack, DeploymentJson documents, InstantSource clock) {
    this.file = file;
    this.stack = stack;
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public void write(long change, Supplier<Numbered> latest) {
    writing.lock();
    try {
      if (written >= change) {
        return;
      }
      var state = latest.get();
      file.write(stack, documents.write(state.deployment(), clock.instant(), resources));
      written = state.change();
    } finally {
      writing.unlock();
    }
  }
}
