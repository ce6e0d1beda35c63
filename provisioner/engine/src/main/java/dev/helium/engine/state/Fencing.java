package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the fence of a run means for it, if it has one. */
public final class Fencing {
  /** The variable of a command's environment that holds its fence, as {@code SCOPE:NUMBER}. */
  public static final String VARIABLE = "PULUMI_EMBEDDED_FENCE";

  /** Null when the run has none. */
  private final Fence fence;

  private Fencing(Fence fence) {
    this.fence = fence;
  }

  /** That of a run without a fence. */
  public static Fencing none() {
    return new Fencing(null);
  }

  /** That of an environment; a fence that cannot be read is refused. */
  public static Fencing of(Map<String, String> environment) {
    var text = environment.get(VARIABLE);
    return text == null ? none() : new Fencing(Fence.require(VARIABLE, text));
  }

  Optional<Fence> fence() {
    return Optional.ofNullable(fence);
  }

  /** Refuses a run whose number is below the highest one recorded. */
  void require(FenceRecord record) throws IOException {
    var highest = fence == null ? 0 : record.highest(fence.scope());
    if (fence != null && fence.number() < highest) {
      throw newer(new Fence(fence.scope(), highest));
    }
  }

  /** The same; a number that is not recorded yet is. */
  void record(FenceRecord record) throws IOException {
    require(record);
    if (fence != null) {
      record.add(fence);
    }
  }

  /** Refuses to touch the lock of a newer owner. */
  void requireNotNewer(LockOwner owner) {
    var other = owner.fence().filter(held -> fence != null && fence.isBefore(held));
    if (other.isPresent()) {
      throw newer(other.get());
    }
  }

  /** True for the lock of an older owner: it is over, whether its process lives or not. */
  boolean isAfter(LockOwner owner) {
    return owner.fence().filter(held -> fence != null && held.isBefore(fence)).isPresent();
  }

  /** How the holder of a lock changes files, from when the lock is there. */
  FileChanges changes(Path lock) throws IOException {
    return fence == null ? new DirectChanges() : new FencedChanges(LockFolder.make(lock, fence));
  }

  /** How files are changed by who holds no lock: with a fence, not at all. */
  FileChanges changes() {
    return fence == null ? new DirectChanges() : new NoChanges();
  }

  private EngineException newer(Fence other) {
    return new EngineException(
        FailureClass.FENCED,
        "the stack has a newer owner: it is at " + other + ", and this run has " + fence);
  }
}
