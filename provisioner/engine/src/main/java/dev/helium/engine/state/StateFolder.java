package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The layout of a state folder, the CLI's own. */
public final class StateFolder {
  private static final String META = "version: 1\n";
  private static final String SUFFIX = ".json";

  private final Path root;

  private StateFolder(Path root) {
    this.root = root.resolve(".pulumi");
  }

  /** The folder of a {@code file://} URL, made ready for use. */
  public static StateFolder open(String url) {
    if (!url.startsWith("file://")) {
      throw url.isEmpty()
          ? new EngineException(
              FailureClass.INVALID, "no state folder: set PULUMI_BACKEND_URL to a file:// URL")
          : EngineException.unsupported("the state backend " + url.replaceAll(":.*", "") + "://");
    }
    var folder = new StateFolder(path(url));
    folder.prepare();
    return folder;
  }

  /** The checkpoint of a stack, whether it exists or not. */
  public CheckpointFile checkpoint(StackReference stack) {
    return new CheckpointFile(
        root.resolve("stacks").resolve(stack.project()).resolve(stack.stack() + SUFFIX));
  }

  /** Where the history of a stack is kept. */
  public Path history(StackReference stack) {
    return root.resolve("history").resolve(stack.project()).resolve(stack.stack());
  }

  /** Where the locks of a stack are kept. */
  public Path locks(StackReference stack) {
    return root.resolve("locks").resolve(stack.qualified());
  }

  /** The stacks of a project. */
  public List<StackReference> stacks(String project) {
    var folder = root.resolve("stacks").resolve(project);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .map(name -> new StackReference(project, name))
          .toList();
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "state folder " + folder + " cannot be listed", failure);
    }
  }

  /** Removes every trace of a stack. */
  public void remove(StackReference stack) {
    try {
      Files.deleteIfExists(checkpoint(stack).path());
      Files.deleteIfExists(
          checkpoint(stack).path().resolveSibling(stack.stack() + SUFFIX + ".bak"));
      deleteTree(history(stack));
      deleteTree(root.resolve("backups").resolve(stack.project()).resolve(stack.stack()));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "stack " + stack.stack() + " cannot be removed", failure);
    }
  }

  private static Path path(String url) {
    var rest = url.substring("file://".length());
    return rest.startsWith("~")
        ? Path.of(System.getProperty("user.home") + rest.substring(1))
        : rest.startsWith("/") ? Path.of(URI.create(url)) : Path.of(rest).toAbsolutePath();
  }

  private void prepare() {
    var meta = root.resolve("meta.yaml");
    try {
      if (!Files.exists(meta)) {
        AtomicFiles.write(meta, META.getBytes(StandardCharsets.UTF_8));
      } else if (!Files.readString(meta).strip().equals(META.strip())) {
        throw new EngineException(
            FailureClass.STATE_UNREADABLE, meta + ": this engine knows layout version 1 only");
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "state folder " + root + " cannot be used", failure);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
