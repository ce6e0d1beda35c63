package dev.helium.kubernetes;

import dev.helium.domain.ClusterName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kubeconfigs in a {@link ClusterFolder} that Helium itself writes. The first line of each says
 * so, and for whom; a file without it is somebody else's and is never touched. Everything blocks.
 */
public final class WrittenKubeconfigs {
  private static final String OURS = "# Written by Helium for ";
  private static final int LONGEST_MARK = 256;

  private final Path folder;

  public WrittenKubeconfigs(Path folder) {
    this.folder = folder;
  }

  /** Why none can be written for a cluster; empty when it can. */
  public Optional<String> problem(ClusterName cluster) throws IOException {
    Path file = file(cluster);
    if (Files.exists(file)) {
      return isOurs(file)
          ? Optional.empty()
          : Optional.of("there is a kubeconfig of that name which somebody else has put there");
    }
    return count() < ClusterFolder.MOST - 1
        ? Optional.empty()
        : Optional.of("there are as many further clusters as can be followed");
  }

  /**
   * Writes one, whole or not at all, for its owner's eyes alone. What was written before is
   * replaced.
   *
   * @param mark for whom, in one line; who writes it last is known by it
   */
  public void write(ClusterName cluster, String mark, Kubeconfig kubeconfig) throws IOException {
    ByteBuffer content =
        ByteBuffer.wrap(
            (OURS + mark + "\n" + kubeconfig.content()).getBytes(StandardCharsets.UTF_8));
    if (content.remaining() > ClusterFolder.LARGEST) {
      throw new UnusableKubeconfigException(
          "it is larger than " + ClusterFolder.LARGEST + " bytes");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    forgetDrafts(cluster);
    Path draft = Files.createTempFile(folder, cluster.value() + ".", ".draft");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      Files.move(draft, file(cluster), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Takes one away that was written here, whoever for. */
  public void remove(ClusterName cluster) throws IOException {
    forgetDrafts(cluster);
    if (isOurs(file(cluster))) {
      Files.deleteIfExists(file(cluster));
    }
  }

  /** Takes one away that was written with this mark, and no other. */
  public void remove(ClusterName cluster, String mark) throws IOException {
    if (firstLine(file(cluster)).filter((OURS + mark)::equals).isPresent()) {
      Files.deleteIfExists(file(cluster));
    }
  }

  private Path file(ClusterName cluster) {
    return folder.resolve(cluster.value() + ClusterFolder.SUFFIX);
  }

  /** Those that a process left behind which was killed; they hold a way into the cluster. */
  private void forgetDrafts(ClusterName cluster) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.matches("\\Q" + cluster.value() + "\\E\\.[0-9]+\\.draft")) {
        Files.deleteIfExists(file);
      }
    }
  }

  private long count() throws IOException {
    return Files.isDirectory(folder)
        ? files().stream()
            .filter(file -> file.getFileName().toString().endsWith(ClusterFolder.SUFFIX))
            .count()
        : 0;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static boolean isOurs(Path file) throws IOException {
    return firstLine(file).filter(line -> line.startsWith(OURS)).isPresent();
  }

  /** Empty when there is no such file. */
  private static Optional<String> firstLine(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(LONGEST_MARK), StandardCharsets.UTF_8);
      return start.lines().findFirst();
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }
}
