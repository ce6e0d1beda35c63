package dev.helium.kubernetes;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder in which {@code NAME.kubeconfig} says how to reach the cluster that the workspace of
 * that name made, or {@code NAME.gone}, whose content does not matter, that somebody knows it to be
 * gone. Files of other names are nobody's concern.
 */
public final class ClusterFolder {
  /** Far more than certificates take. */
  static final int LARGEST = 256 * 1024;

  /** Each is followed with a connection for every kind of object. */
  public static final int MOST = 100;

  static final String SUFFIX = ".kubeconfig";
  static final String GONE = ".gone";
  private static final String NOT_TEXT = "it is no text in UTF-8";

  private final Path folder;
  private final Function<Kubeconfig, KubernetesClient> clients;
  private volatile Set<ClusterName> gone = Set.of();

  /**
   * @param clients makes a client of what a file says; it may block and may refuse
   */
  public ClusterFolder(Path folder, Function<Kubeconfig, KubernetesClient> clients) {
    this.folder = folder;
    this.clients = clients;
  }

  /**
   * What the folder says now; it blocks. Of too many clusters the first by name are taken.
   *
   * @throws IOException when the folder itself cannot be read
   */
  public Map<ClusterName, ClusterSource> read() throws IOException {
    Map<ClusterName, ClusterSource> sources = new TreeMap<>();
    for (Path file : files(SUFFIX)) {
      Optional<ClusterSource> source = source(file);
      if (source.isPresent()) {
        sources.put(name(file, SUFFIX).orElseThrow(), source.get());
      }
    }
    gone =
        files(GONE).stream()
            .flatMap(file -> name(file, GONE).stream())
            .filter(cluster -> !sources.containsKey(cluster))
            .collect(Collectors.toUnmodifiableSet());
    return sources;
  }

  /**
   * True when the folder, as it was read last, said that a cluster is gone, and not how to reach
   * it. From any thread.
   */
  public boolean isSaidGone(ClusterName cluster) {
    return gone.contains(cluster);
  }

  /**
   * What a folder says of one cluster; it blocks. Empty when it says nothing of it.
   *
   * @throws UnusableKubeconfigException when what it says cannot be used
   * @throws IOException when it cannot be read
   */
  public static Optional<Kubeconfig> find(Path folder, ClusterName cluster) throws IOException {
    Path file = folder.resolve(cluster.value() + SUFFIX);
    if (name(file, SUFFIX).filter(cluster::equals).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      Kubeconfig kubeconfig = new Kubeconfig(text(content(in)));
      kubeconfig.read();
      return Optional.of(kubeconfig);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (CharacterCodingException notText) {
      throw new UnusableKubeconfigException(NOT_TEXT);
    }
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file, suffix).isPresent()).sorted().limit(MOST).toList();
    }
  }

  private static Optional<ClusterName> name(Path file, String suffix) {
    String name = file.getFileName().toString();
    if (!name.endsWith(suffix)) {
      return Optional.empty();
    }
    try {
      WorkspaceId workspace = new WorkspaceId(name.substring(0, name.length() - suffix.length()));
      return Optional.of(new ClusterName(workspace.value()));
    } catch (IllegalArgumentException notAWorkspace) {
      return Optional.empty();
    }
  }

  /** Empty when the file is gone by now. */
  private Optional<ClusterSource> source(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Kubeconfig kubeconfig = new Kubeconfig(text(content(in)));
      return Optional.of(new ClusterSource(kubeconfig, () -> clients.apply(kubeconfig)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.of(unusable(NOT_TEXT));
    } catch (UnusableKubeconfigException unusable) {
      return Optional.of(unusable(unusable.getMessage()));
    } catch (IOException unreadable) {
      return Optional.of(unusable("it cannot be read"));
    }
  }

  private static byte[] content(InputStream in) throws IOException {
    byte[] content = in.readNBytes(LARGEST + 1);
    if (content.length > LARGEST) {
      throw new UnusableKubeconfigException("it is larger than " + LARGEST + " bytes");
    }
    return content;
  }

  private static ClusterSource unusable(String why) {
    return new ClusterSource(
        why,
        () -> {
          throw new UnusableKubeconfigException(why);
        });
  }

  private static String text(byte[] content) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }
}
