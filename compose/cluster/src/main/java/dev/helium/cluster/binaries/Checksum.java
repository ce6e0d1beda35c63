package dev.helium.cluster.binaries;

import java.net.URI;

/** How a downloaded file proves to be the one that was released. */
sealed interface Checksum {

  /** A SHA-256 known beforehand, in lower-case hexadecimal. */
  record Pinned(String sha256) implements Checksum {}

  /** A checksum file beside the release: bare, or lines of a checksum and a file name. */
  record Published(URI address) implements Checksum {}
}
