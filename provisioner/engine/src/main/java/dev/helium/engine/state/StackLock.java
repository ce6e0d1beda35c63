package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to change a stack, as a file the CLI also understands. A lock is taken over when its
 * owner is provably dead (a process of this host that is gone, or whose number another process has)
 * or has a lower fence; every other one is a refusal.
 */
public final class StackLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StackLock.class);

  /** Null when there is nothing to release. */
  private final Path file;

  private FileChanges changes = new DirectChanges();

  private StackLock(Path file) {
    this.file = file;
  }

  /** For changes that need no lock. */
  static StackLock none() {
    return new StackLock(null);
  }

  /**
   * Takes the lock.
   *
   * <p>The order counts. Who has recorded its number sees, in one of its two looks, the lock of
   * whoever did not see that number in the second look at the record; so of two owners the older
   * one always loses, wherever it was paused.
   *
   * @throws EngineException of class {@link FailureClass#LOCKED} or {@link FailureClass#FENCED}
   */
  static StackLock acquire(Path folder, Fencing fencing, FenceRecord record, InstantSource clock) {
    try {
      fencing.record(record);
      clear(folder, fencing, null);
      var lock = new StackLock(folder.resolve(UUID.randomUUID() + ".json"));
      AtomicFiles.write(lock.file, LockOwner.self(clock.instant(), fencing));
      try {
        lock.changes = fencing.changes(lock.file);
        clear(folder, fencing, lock.file);
        fencing.require(record);
      } catch (EngineException | IOException lost) {
        lock.close();
        throw lost;
      }
      return lock;
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the stack cannot be locked in " + folder, failure);
    }
  }

  /** Removes every lock in the folder, whoever holds it; a newer owner's is refused. */
  static void removeAll(Path folder, Fencing fencing, FenceRecord record) {
    try {
      fencing.require(record);
      for (var file : lockFiles(folder)) {
        readable(file).ifPresent(fencing::requireNotNewer);
        remove(file);
        new DirectChanges().remove(CheckpointFile.attributes(file));
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "locks cannot be removed in " + folder, failure);
    }
  }

  /** True when anyone alive holds a lock in the folder. */
  static boolean isHeld(Path folder) {
    try {
      for (var file : lockFiles(folder)) {
        if (LockOwner.read(file).filter(owner -> !owner.isDead()).isPresent()) {
          return true;
        }
      }
      return false;
    } catch (EngineException held) {
      return true;
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "locks cannot be read in " + folder, failure);
    }
  }

  /**
   * Throws when the lock was taken over: a look at one folder, and none where there is no fence.
   *
   * @throws EngineException of class {@link FailureClass#FENCED}
   */
  public void require() {
    changes.require();
  }

  /** How the holder changes the stack's files. */
  FileChanges changes() {
    return changes;
  }

  @Override
  public void close() {
    if (file == null) {
      return;
    }
    try {
      remove(file);
    } catch (IOException failure) {
      LOG.atWarn().addKeyValue("file", file).setCause(failure).log("lock file stays behind");
    }
  }

  /** Refuses, or takes over every lock but the own one, and removes what others left. */
  private static void clear(Path folder, Fencing fencing, Path own) throws IOException {
    for (var other : lockFiles(folder)) {
      var owner = other.equals(own) ? Optional.<LockOwner>empty() : LockOwner.read(other);
      if (owner.isPresent()) {
        takeOver(other, owner.get(), fencing);
      }
    }
    LockFolder.removeLeftovers(folder);
  }

  private static void takeOver(Path lock, LockOwner owner, Fencing fencing) throws IOException {
    fencing.requireNotNewer(owner);
    if (!fencing.isAfter(owner) && !owner.isDead()) {
      throw owner.refusal();
    }
    LOG.atWarn().addKeyValue("file", lock).log("lock of a dead process or an older owner is taken");
    remove(lock);
  }

  /** The folder goes first: a lock without one still keeps others away, the other way round not. */
  private static void remove(Path lock) throws IOException {
    LockFolder.takeAway(lock);
    Files.deleteIfExists(lock);
  }

  private static Optional<LockOwner> readable(Path file) throws IOException {
    try {
      return LockOwner.read(file);
    } catch (EngineException unknown) {
      return Optional.empty();
    }
  }

  private static List<Path> lockFiles(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.newDirectoryStream(folder, "*.json")) {
      found.forEach(files::add);
    } catch (NoSuchFileException none) {
      return List.of();
    }
    return files;
  }
}
