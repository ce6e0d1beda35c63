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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sealed uploads as files, one folder a workspace, named by the digest of the plain content. Every
 * provisioner sees the same folder, as it does the stacks' state.
 */
public final class UploadStore {
  private static final String SUFFIX = ".sealed";

  private final Path directory;

  public UploadStore(Path directory) {
    this.directory = directory;
  }

  /** Keeps an upload; the same one twice is kept once. */
  public void keep(WorkspaceId workspace, SealedContent content) {
    try {
      Path folder = Files.createDirectories(folder(workspace));
      Path incoming = Files.createTempFile(folder, "incoming", ".part");
      Files.writeString(incoming, content.ciphertext());
      Files.move(incoming, file(workspace, content.digest()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException("an upload could not be kept", failure);
    }
  }

  /** The upload of that digest, or empty when it was never kept or is forgotten. */
  public Optional<SealedContent> find(WorkspaceId workspace, Digest digest) {
    try {
      return Optional.of(new SealedContent(digest, Files.readString(file(workspace, digest))));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("an upload could not be read", failure);
    }
  }

  /** Forgets what the workspace no longer refers to. */
  public void keepOnly(WorkspaceId workspace, Collection<Digest> wanted) {
    Path folder = folder(workspace);
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<Path> kept =
        wanted.stream().map(digest -> file(workspace, digest)).collect(Collectors.toSet());
    try {
      for (Path file : list(folder)) {
        if (!kept.contains(file)) {
          Files.deleteIfExists(file);
        }
      }
      if (kept.isEmpty()) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("uploads could not be forgotten", failure);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }

  private Path folder(WorkspaceId workspace) {
    return directory.resolve(workspace.value());
  }

  private Path file(WorkspaceId workspace, Digest digest) {
    return folder(workspace).resolve(digest.value() + SUFFIX);
  }
}
