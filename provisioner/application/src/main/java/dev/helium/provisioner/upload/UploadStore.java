package dev.helium.provisioner.upload;

import dev.helium.domain.Digest;
import dev.helium.domain.SealedContent;
import dev.helium.domain.WorkspaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sealed uploads as files, one folder a workspace, named by where the command stands that brought
 * them and by the digest of the plain content. Every provisioner sees the same folder, as it does
 * the stacks' state.
 */
public final class UploadStore {
  private static final String SUFFIX = ".sealed";
  private static final String SEPARATOR = "-";

  private final Path directory;

  public UploadStore(Path directory) {
    this.directory = directory;
  }

  /**
   * Keeps an upload.
   *
   * @param offset where the command stands that brought it
   */
  public void keep(WorkspaceId workspace, long offset, SealedContent content) {
    try {
      Path folder = Files.createDirectories(folder(workspace));
      Path incoming = Files.createTempFile(folder, "incoming", ".part");
      Files.writeString(incoming, content.ciphertext());
      Files.move(
          incoming,
          folder.resolve(offset + SEPARATOR + content.digest().value() + SUFFIX),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException("an upload could not be kept", failure);
    }
  }

  /** The upload of that digest, or empty when it was never kept or is forgotten. */
  public Optional<SealedContent> find(WorkspaceId workspace, Digest digest) {
    try {
      for (Path file : list(folder(workspace))) {
        if (isOf(file, digest)) {
          return Optional.of(new SealedContent(digest, Files.readString(file)));
        }
      }
      return Optional.empty();
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("an upload could not be read", failure);
    }
  }

  /**
   * Forgets what the workspace no longer refers to.
   *
   * @param decided where the newest command stands that the caller knows of: what came with a newer
   *     one is not the caller's to judge
   */
  public void keepOnly(WorkspaceId workspace, Collection<Digest> wanted, long decided) {
    Path folder = folder(workspace);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      boolean empty = true;
      for (Path file : list(folder)) {
        if (offset(file) > decided || wanted.stream().anyMatch(digest -> isOf(file, digest))) {
          empty = false;
        } else {
          Files.deleteIfExists(file);
        }
      }
      if (empty) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("uploads could not be forgotten", failure);
    }
  }

  private static boolean isOf(Path file, Digest digest) {
    return file.getFileName().toString().endsWith(SEPARATOR + digest.value() + SUFFIX);
  }

  /** What was left half written belongs to no command, and goes with the next change. */
  private static long offset(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) ? Long.parseLong(name.substring(0, name.indexOf(SEPARATOR))) : -1;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }

  private Path folder(WorkspaceId workspace) {
    return directory.resolve(workspace.value());
  }
}
