package dev.helium.backends.helm.source;

import dev.helium.backends.helm.source.ChartReference.Archive;
import dev.helium.backends.helm.source.ChartReference.Folder;
import dev.helium.backends.helm.source.ChartReference.InRegistry;
import dev.helium.backends.helm.source.ChartReference.InRepository;
import dev.helium.backends.helm.source.ChartReference.Uploaded;
import dev.helium.backends.network.Hosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Gets charts from where they are. Thread-safe. */
public final class ChartSource {
  /** All that one chart may take: its index, its token, itself. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Hosts hosts;
  private final Optional<Path> folders;

  /**
   * @param folders below which folders may be taken; nothing when none may
   */
  public ChartSource(Hosts hosts, Optional<Path> folders) {
    this.hosts = hosts;
    this.folders = folders;
  }

  /**
   * The chart that a reference leads to; the same one as before where that is known. Blocks for
   * some minutes at most.
   *
   * @param before what the reference, or another one, led to the last time
   * @param folder where an archive can be put
   * @throws SourceException when there is none
   */
  public ChartFile fetch(ChartReference reference, Optional<ChartPin> before, Path folder)
      throws SourceException {
    Optional<ChartPin> known = before.filter(pin -> pin.reference().equals(reference.identity()));
    Download download = new Download(hosts, LONGEST);
    return switch (reference) {
      case Folder(Path path) ->
          new ChartFile(inside(path), new ChartPin(reference.identity(), "", "", ""));
      case Uploaded uploaded ->
          put(uploaded.bytes(), new ChartPin(reference.identity(), "", "", ""), folder);
      case Archive archive -> {
        String sha256 = known.map(ChartPin::sha256).orElse(archive.sha256());
        byte[] content =
            Archives.get(
                archive.address(), Archives.headers(archive.credentials()), sha256, download);
        yield put(
            content,
            new ChartPin(reference.identity(), "", archive.address().toString(), sha256),
            folder);
      }
      case InRepository repository -> {
        ChartPin pin =
            known.isPresent() ? known.get() : RepositoryCharts.find(repository, download);
        yield put(RepositoryCharts.fetch(repository, pin, download), pin, folder);
      }
      case InRegistry registry -> {
        RegistryCharts charts = new RegistryCharts(registry, download);
        ChartPin pin = known.isPresent() ? known.get() : charts.find();
        yield put(charts.fetch(pin), pin, folder);
      }
    };
  }

  /** Where it really is: a link may not lead out of what is open. */
  private Path inside(Path path) throws SourceException {
    try {
      Path real = path.toRealPath();
      if (Files.isDirectory(real)
          && folders.isPresent()
          && real.startsWith(folders.get().toRealPath())) {
        return real;
      }
    } catch (IOException missing) {
      throw SourceException.unavailable("there is no folder of that name with a chart", missing);
    }
    throw SourceException.refused("there is no folder of that name with a chart");
  }

  private static ChartFile put(byte[] content, ChartPin pin, Path folder) throws SourceException {
    try {
      Path file = Files.write(folder.resolve("chart.tgz"), content);
      return new ChartFile(
          file,
          new ChartPin(pin.reference(), pin.version(), pin.location(), Digests.sha256(content)));
    } catch (IOException failure) {
      throw SourceException.broken("there is no room for the chart on this machine", failure);
    }
  }
}
