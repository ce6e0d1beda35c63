package dev.helium.provisioner.attempt;

import dev.helium.backends.process.Folders;
import dev.helium.domain.WorkspaceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders in which stacks are worked on: one for each owner of a workspace, so that what an
 * earlier one may still write meets nobody. In each is the stack's settings file, with the
 * configuration that was made once: it goes from owner to owner.
 */
final class WorkingFolders {
  private final Path work;

  WorkingFolders(Path work) {
    this.work = work;
  }

  /**
   * That of an owner, made when missing.
   *
   * @param fence such as {@code partition-3:17}
   */
  Path own(WorkspaceId workspace, String fence) throws IOException {
    return Files.createDirectories(folder(workspace, fence));
  }

  /**
   * Takes the settings file over from the newest owner before this one that has one. Nothing
   * happens without such an owner, and again when this has happened.
   *
   * @return whether there was one
   */
  boolean takeOver(WorkspaceId workspace, String fence) throws IOException {
    Path own = own(workspace, fence);
    String name = "Pulumi." + workspace.value() + ".yaml";
    Optional<Path> newest =
        earlier(workspace, fence).stream()
            .map(folder -> folder.resolve(name))
            .filter(Files::exists)
            .findFirst();
    if (newest.isPresent()) {
      copy(newest.get(), own.resolve(name));
    }
    return newest.isPresent();
  }

  /** Removes the folders of owners before this one. */
  void removeEarlier(WorkspaceId workspace, String fence) throws IOException {
    for (Path folder : earlier(workspace, fence)) {
      Folders.remove(folder);
    }
  }

  /** Removes the folders of all owners. */
  void forget(WorkspaceId workspace) throws IOException {
    Folders.remove(work.resolve(workspace.value()));
  }

  private Path folder(WorkspaceId workspace, String fence) {
    return work.resolve(workspace.value()).resolve(fence.replace(':', '-'));
  }

  /** Of owners before this one, the newest first. */
  private List<Path> earlier(WorkspaceId workspace, String fence) throws IOException {
    long number = number(folder(workspace, fence));
    try (Stream<Path> folders = Files.list(work.resolve(workspace.value()))) {
      return folders
          .filter(folder -> number(folder) < number)
          .sorted(Comparator.comparingLong(WorkingFolders::number).reversed())
          .toList();
    }
  }

  /** What grows with each owner; below all for a folder of another name. */
  private static long number(Path folder) {
    String name = folder.getFileName().toString();
    String number = name.substring(name.lastIndexOf('-') + 1);
    return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1;
  }

  /** Whole or not at all, whenever the process dies, and on the disk. */
  private static void copy(Path from, Path to) throws IOException {
    Path draft = to.resolveSibling(to.getFileName() + ".draft");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(from));
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
    Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
