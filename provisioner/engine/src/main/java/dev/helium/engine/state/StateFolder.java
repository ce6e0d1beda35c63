package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private StateFolder(Path folder, StateSettings settings) {
    this.url = folder;
    this.root = folder.resolve(".pulumi");
    this.settings = settings;
  }

  /** The folder of a {@code file://} URL, made ready for use. */
  public static StateFolder open(String url) {
    return open(url, Path.of(""), StateSettings.DEFAULT);
  }

  /** The folder of a {@code file://} URL that may be relative to a work directory. */
  public static StateFolder open(String url, Path workDirectory, StateSettings settings) {
    var parsed = StateUrl.parse(url, workDirectory);
    if (!Files.isDirectory(parsed.folder()) && !parsed.create()) {
      // A folder that is not mounted must not look like one without stacks.
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "there is no state folder " + parsed.folder());
    }
    var folder = new StateFolder(parsed.folder(), settings);
    folder.prepare();
    return folder;
  }

  /** The URL of the folder, without parameters. */
  public String url() {
    return "file://" + url;
  }

  /** How state files are kept. */
  public StateSettings settings() {
    return settings;
  }

  /** The checkpoint of a stack, whether it exists or not. */
  public CheckpointFile checkpoint(StackReference stack) {
    return new CheckpointFile(base(stack, StackFiles.JSON), settings);
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
    return new StackTags(base(stack, ".pulumi-tags"));
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
      StackFiles.deleteTree(history(stack));
      if (!settings.backups()) {
        StackFiles.deleteTree(backups(stack));
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "stack " + stack.stack() + " cannot be removed", failure);
    }
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
