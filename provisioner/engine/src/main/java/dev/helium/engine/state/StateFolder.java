package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The layout of a state folder, the CLI's own. */
public final class StateFolder {
  private static final String META = "version: 1\n";
  private static final Pattern VERSION =
      Pattern.compile("(?m)^version:[ \\t]*(\\d{1,9})[ \\t\\r]*$");
  private static final int MAXIMUM_META_BYTES = 64 * 1024;

  private final Path url;
  private final Path root;
  private final StateSettings settings;
  private final Fencing fencing;
  private final FileChanges changes;

  private StateFolder(Path folder, StateSettings settings, Fencing fencing, FileChanges changes) {
    this.url = folder;
    this.root = folder.resolve(".pulumi");
    this.settings = settings;
    this.fencing = fencing;
    this.changes = changes;
  }

  /** The folder of a {@code file://} URL, made ready for use. */
  public static StateFolder open(String url) {
    return open(url, Path.of(""), StateSettings.DEFAULT, Fencing.none());
  }

  /** The folder of a {@code file://} URL that may be relative to a work directory. */
  public static StateFolder open(
      String url, Path workDirectory, StateSettings settings, Fencing fencing) {
    var parsed = StateUrl.parse(url, workDirectory);
    if (!Files.isDirectory(parsed.folder()) && !parsed.create()) {
      // A folder that is not mounted must not look like one without stacks.
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "there is no state folder " + parsed.folder());
    }
    var folder = new StateFolder(parsed.folder(), settings, fencing, fencing.changes());
    folder.prepare();
    return folder;
  }

  /** The URL of the folder, without parameters. */
  public String url() {
    return "file://" + url;
  }

  /** The same folder, changed by the holder of a lock. */
  public StateFolder under(StackLock lock) {
    return new StateFolder(url, settings, fencing, lock.changes());
  }

  /**
   * Takes the lock of a stack.
   *
   * @throws EngineException of class {@link FailureClass#LOCKED} or {@link FailureClass#FENCED}
   */
  public StackLock lock(StackReference stack, InstantSource clock) {
    return StackLock.acquire(locks(stack), fencing, record(), clock);
  }

  /** Takes the lock for a change that the CLI makes without one: only a fence needs it. */
  public StackLock lockIfFenced(StackReference stack, InstantSource clock) {
    return fencing.fence().isPresent() ? lock(stack, clock) : StackLock.none();
  }

  /** Removes the locks of a stack, whoever holds them; a newer owner's is refused. */
  public void unlock(StackReference stack) {
    StackLock.removeAll(locks(stack), fencing, record());
  }

  /** True when anyone alive holds the lock of a stack. */
  public boolean isLocked(StackReference stack) {
    return StackLock.isHeld(locks(stack));
  }

  /**
   * Refuses a run that cannot have the lock, or wants none because it is a plan, when there is a
   * newer owner.
   *
   * @throws EngineException of class {@link FailureClass#FENCED}
   */
  public void requireNotFenced() {
    try {
      fencing.require(record());
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "state folder " + root + " cannot be read", failure);
    }
  }

  /** How state files are kept. */
  public StateSettings settings() {
    return settings;
  }

  /** The checkpoint of a stack, whether it exists or not. */
  public CheckpointFile checkpoint(StackReference stack) {
    return new CheckpointFile(base(stack, StackFiles.JSON), settings, changes);
  }

  /** Where the history of a stack is kept. */
  public Path history(StackReference stack) {
    return root.resolve("history").resolve(stack.project()).resolve(stack.stack());
  }

  /** Where copies of a stack's state are kept. */
  public Path backups(StackReference stack) {
    return root.resolve("backups").resolve(stack.project()).resolve(stack.stack());
  }

  /** Where the locks of a stack are kept. */
  public Path locks(StackReference stack) {
    return root.resolve("locks").resolve(stack.qualified());
  }

  /** The tags of a stack, whether it has any or not. */
  public StackTags tags(StackReference stack) {
    return new StackTags(base(stack, ".pulumi-tags"), changes);
  }

  /** The stacks of a project. */
  public List<StackReference> stacks(String project) {
    return StackFiles.names(root.resolve("stacks").resolve(project)).stream()
        .map(name -> new StackReference(project, name))
        .toList();
  }

  /** The stacks of all projects. */
  public List<StackReference> stacks() {
    return StackFiles.folders(root.resolve("stacks")).stream()
        .flatMap(project -> stacks(project).stream())
        .toList();
  }

  /**
   * Removes a stack with its history and tags. Its last state stays as a backup, as with the CLI,
   * unless backups are switched off.
   */
  public void remove(StackReference stack) {
    try {
      checkpoint(stack).remove();
      tags(stack).remove();
      changes.remove(history(stack));
      if (!settings.backups()) {
        changes.remove(backups(stack));
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "stack " + stack.stack() + " cannot be removed", failure);
    }
  }

  FileChanges changes() {
    return changes;
  }

  private FenceRecord record() {
    return new FenceRecord(root.resolve("fences"));
  }

  private Path base(StackReference stack, String suffix) {
    return root.resolve("stacks").resolve(stack.project()).resolve(stack.stack() + suffix);
  }

  private void prepare() {
    var meta = root.resolve("meta.yaml");
    try {
      var content = AtomicFiles.read(meta, MAXIMUM_META_BYTES);
      if (content.isPresent()) {
        requireKnown(meta, new String(content.get(), StandardCharsets.UTF_8));
        return;
      }
      var legacy = new TreeSet<>(StackFiles.names(root.resolve("stacks")));
      if (!legacy.isEmpty()) {
        throw new EngineException(
            FailureClass.STATE_UNREADABLE,
            "state folder "
                + root
                + " has the legacy layout, without projects; upgrade it with 'pulumi state upgrade'");
      }
      AtomicFiles.write(meta, META.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "state folder " + root + " cannot be used", failure);
    }
  }

  private static void requireKnown(Path meta, String content) {
    var version = VERSION.matcher(content);
    if (!version.find()) {
      throw new EngineException(FailureClass.STATE_UNREADABLE, meta + ": it has no version");
    }
    if (!version.group(1).equals("1")) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE,
          meta + ": it has version " + version.group(1) + ", this engine knows layout version 1");
    }
  }
}
