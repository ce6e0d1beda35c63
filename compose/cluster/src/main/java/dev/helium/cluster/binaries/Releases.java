package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the projects publish for a platform and how it is known to be whole.
 *
 * @param kubernetes the root of the Kubernetes release host
 * @param github the root under which GitHub keeps release files
 */
record Releases(URI kubernetes, URI github) {

  /**
   * SHA-256 of the KWOK 0.8.0 executables, by platform: its releases come without a checksum file.
   * The values are those that packagers of the release recorded.
   */
  private static final Map<String, String> KWOK_DIGESTS =
      Map.of(
          "linux-amd64", "f5a4385a2ae1b9dd7f8acae18e002a75c0ebba124ae9d7259aa8dadb50711f46",
          "linux-arm64", "628f7d277860f524a2a775c217adcc58828e7b59ab0933680315784f1b8b0e37");

  static Releases official() {
    return new Releases(URI.create("https://dl.k8s.io/"), URI.create("https://github.com/"));
  }

  /**
   * One file to download.
   *
   * @param archiveMember the entry to take out of a gzipped tar; empty when the file is the program
   */
  record Asset(URI address, Checksum checksum, Optional<String> archiveMember) {}

  /** Empty when no program for the platform is published. */
  Optional<Asset> assetOf(Program program, Platform platform) {
    // The Kubernetes servers are published for Linux only.
    if (!platform.operatingSystem().equals("linux")) {
      return Optional.empty();
    }
    Distribution distribution = Distribution.of(program);
    String version = "v" + distribution.version();
    return switch (distribution) {
      case KUBERNETES -> {
        URI address =
            kubernetes.resolve(
                "release/%s/bin/linux/%s/%s"
                    .formatted(version, platform.architecture(), program.program()));
        yield Optional.of(
            new Asset(
                address,
                new Checksum.Published(URI.create(address + ".sha256")),
                Optional.empty()));
      }
      case ETCD -> {
        String name = "etcd-%s-%s".formatted(version, platform);
        URI folder = github.resolve("etcd-io/etcd/releases/download/%s/".formatted(version));
        yield Optional.of(
            new Asset(
                folder.resolve(name + ".tar.gz"),
                new Checksum.Published(folder.resolve("SHA256SUMS")),
                Optional.of(name + "/etcd")));
      }
      case KWOK ->
          Optional.ofNullable(KWOK_DIGESTS.get(platform.toString()))
              .map(
                  digest ->
                      new Asset(
                          github.resolve(
                              "kubernetes-sigs/kwok/releases/download/%s/kwok-%s"
                                  .formatted(version, platform)),
                          new Checksum.Pinned(digest),
                          Optional.empty()));
      case PROMETHEUS -> {
        String name = "prometheus-%s.%s".formatted(distribution.version(), platform);
        URI folder =
            github.resolve("prometheus/prometheus/releases/download/%s/".formatted(version));
        yield Optional.of(
            new Asset(
                folder.resolve(name + ".tar.gz"),
                new Checksum.Published(folder.resolve("sha256sums.txt")),
                Optional.of(name + "/" + program.program())));
      }
    };
  }
}
