package dev.helium.backends.helm.source;

import dev.helium.backends.helm.source.ChartReference.InRepository;
import dev.helium.backends.helm.source.Download.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charts of repositories with an {@code index.yaml}. */
final class RepositoryCharts {
  private static final int LARGEST_INDEX = 32 * 1024 * 1024;

  private RepositoryCharts() {}

  /** Which version is meant, and where it is; nothing is downloaded but the index. */
  static ChartPin find(InRepository reference, Download download) throws SourceException {
    URI folder = folder(reference.address());
    Answer answer =
        download.get(
            folder.resolve("index.yaml"), Archives.headers(reference.credentials()), LARGEST_INDEX);
    if (!answer.isFound()) {
      throw Archives.refused(folder, "the index of the repository", answer.status());
    }
    List<RepositoryIndex.Entry> entries = RepositoryIndex.read(answer.body(), reference.name());
    if (entries.isEmpty()) {
      throw SourceException.refused(
          "the repository " + Download.shown(folder) + " has no chart " + reference.name());
    }
    List<String> versions = entries.stream().map(RepositoryIndex.Entry::version).toList();
    Optional<String> picked = Versions.pick(versions, reference.constraint());
    RepositoryIndex.Entry entry =
        entries.stream()
            .filter(each -> picked.filter(each.version()::equals).isPresent())
            .findFirst()
            .orElseThrow(
                () -> Archives.noVersion(reference.name(), reference.constraint(), versions));
    return new ChartPin(
        reference.identity(), entry.version(), location(folder, entry), entry.digest());
  }

  /** The archive of a version that was found. */
  static byte[] fetch(InRepository reference, ChartPin pin, Download download)
      throws SourceException {
    URI address = URI.create(pin.location());
    // Another host has no business with the password of this one.
    Map<String, String> headers =
        Download.sameHost(folder(reference.address()), address)
            ? Archives.headers(reference.credentials())
            : Map.of();
    return Archives.get(address, headers, pin.sha256(), download);
  }

  private static String location(URI folder, RepositoryIndex.Entry entry) throws SourceException {
    try {
      if (!entry.url().isEmpty()) {
        return folder.resolve(entry.url()).toString();
      }
    } catch (IllegalArgumentException unfit) {
      throw SourceException.refused("the index of the repository says no address of the chart");
    }
    throw SourceException.refused("the index of the repository says no address of the chart");
  }

  private static URI folder(URI address) {
    return address.getRawPath().endsWith("/") ? address : URI.create(address + "/");
  }
}
