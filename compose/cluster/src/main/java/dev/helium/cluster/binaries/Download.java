package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;

/** The official executables. A file whose checksum differs is refused and removed. */
record Download(Releases releases, Platform platform) implements Source {

  @Override
  public void obtain(
      Distribution distribution, Set<Component> wanted, Path directory, Progress progress)
      throws SourceUnavailableException {
    try (Fetcher fetcher = new Fetcher()) {
      for (Component component : wanted) {
        Releases.Asset asset =
            releases
                .assetOf(component, platform)
                .orElseThrow(
                    () ->
                        new SourceUnavailableException(
                            "no official %s is published for %s"
                                .formatted(component.program(), platform)));
        obtain(component, asset, directory, fetcher, progress);
      }
    }
  }

  private static void obtain(
      Component component, Releases.Asset asset, Path directory, Fetcher fetcher, Progress progress)
      throws SourceUnavailableException {
    String expected = expectedDigest(asset, fetcher);
    Path file = directory.resolve(component.program() + ".download");
    fetcher.download(
        asset.address(),
        file,
        megabytes ->
            progress.report(
                "%s: downloading from %s… %d MB"
                    .formatted(component.program(), asset.address().getHost(), megabytes)));
    try {
      String actual = Digests.sha256(file);
      if (!actual.equals(expected)) {
        throw new SourceUnavailableException(
            "%s has SHA-256 %s where %s was expected, and was thrown away"
                .formatted(asset.address(), actual, expected));
      }
      Path program = directory.resolve(component.program());
      Optional<String> member = asset.archiveMember();
      if (member.isPresent()) {
        TarGz.extract(file, member.get(), program);
      } else {
        Files.move(file, program, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new SourceUnavailableException(
          "%s could not be unpacked (%s)".formatted(asset.address(), e.getMessage()), e);
    }
  }

  private static String expectedDigest(Releases.Asset asset, Fetcher fetcher)
      throws SourceUnavailableException {
    return switch (asset.checksum()) {
      case Checksum.Pinned pinned -> pinned.sha256();
      case Checksum.Published published -> {
        String text = fetcher.text(published.address());
        yield Digests.find(text, fileName(asset.address()))
            .orElseThrow(
                () ->
                    new SourceUnavailableException(
                        "%s names no checksum for %s"
                            .formatted(published.address(), fileName(asset.address()))));
      }
    };
  }

  private static String fileName(URI address) {
    return Path.of(address.getPath()).getFileName().toString();
  }
}
