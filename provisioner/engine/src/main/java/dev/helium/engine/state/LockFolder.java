package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;

/**
 * The folder beside a fenced lock. Its holder renames out of it what it writes and into it what it
 * removes. Who takes the lock away renames and empties the folder first: a rename of the former
 * holder then finds it gone, however long that process was paused before. A folder never comes
 * back, and is there only while its lock is.
 */
final class LockFolder {
  private static final String END = ".json";

  private final Path path;
  private final Fence fence;

  private LockFolder(Path path, Fence fence) {
    this.path = path;
    this.fence = fence;
  }

  /** Makes the folder of a lock that is there. */
  static LockFolder make(Path lock, Fence fence) throws IOException {
    return new LockFolder(Files.createDirectory(path(lock)), fence);
  }

  /** A new name in the folder. */
  Path next() {
    return path.resolve(UUID.randomUUID().toString());
  }

  boolean isThere() {
    return Files.isDirectory(path);
  }

  /** The failure of a holder whose folder is gone. */
  EngineException lost(Throwable cause) {
    return new EngineException(
        FailureClass.FENCED,
        "the stack has a newer owner: the lock of " + fence + " was taken over",
        cause);
  }

  /** Ends what the holder of a lock can do, also for one that is in the middle of it. */
  static void takeAway(Path lock) throws IOException {
    var folder = path(lock);
    var away = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    try {
      AtomicFiles.move(folder, away);
    } catch (NoSuchFileException gone) {
      // Another one takes it away, or there was none: what is left is looked for afterwards.
      return;
    }
    // Whoever had found the folder before it moved can still put a file in or take one out.
    StackFiles.delete(away);
  }

  /** Removes the folders whose lock is gone: of those who died, were cancelled or taken over. */
  static void removeLeftovers(Path locks) throws IOException {
    var folders = new ArrayList<Path>();
    try (var found = Files.newDirectoryStream(locks, Files::isDirectory)) {
      found.forEach(folders::add);
    } catch (NoSuchFileException none) {
      return;
    }
    for (var folder : folders) {
      // A lock is there before its folder, so one that is missing now is gone for good.
      if (!Files.exists(folder.resolveSibling(folder.getFileName() + END))) {
        StackFiles.delete(folder);
      }
    }
  }

  private static Path path(Path lock) {
    var name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - END.length()));
  }
}
