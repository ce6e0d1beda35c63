package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
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
      Distribution distribution, Set<? extends Program> wanted, Path directory, Progress progress)
      throws SourceUnavailableException {
    try (Fetcher fetcher = new Fetcher()) {
      for (Program program : wanted) {
        Releases.Asset asset =
            releases
                .assetOf(program, platform)
                .orElseThrow(
                    () ->
                        new SourceUnavailableException(
                            "no official %s is published for %s"
                                .formatted(program.program(), platform)));
        obtain(program, asset, directory, fetcher, progress);
      }
    }
  }

  private static void obtain(
      Program program, Releases.Asset asset, Path directory, Fetcher fetcher, Progress progress)
      throws SourceUnavailableException {
    String expected = expectedDigest(asset, fetcher);
    Path file = directory.resolve(program.program() + ".download");
    fetcher.download(
        asset.address(),
        file,
        megabytes ->
            progress.report(
                "%s: downloading from %s… %d MB"
                    .formatted(program.program(), asset.address().getHost(), megabytes)));
    try {
      String actual = Digests.sha256(file);
      if (!actual.equals(expected)) {
        throw new SourceUnavailableException(
            "%s has SHA-256 %s where %s was expected, and was thrown away"
                .formatted(asset.address(), actual, expected));
      }
      Path executable = directory.resolve(program.program());
      Optional<String> member = asset.archiveMember();
      if (member.isPresent()) {
        TarGz.extract(file, member.get(), executable);
      } else {
        Files.move(file, executable, StandardCopyOption.REPLACE_EXISTING);
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
