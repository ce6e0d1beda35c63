package dev.helium.domain;

import java.util.Objects;

/**
 * An uploaded file, readable only by who holds the sealing key.
 *
 * @param digest of the plain content
 * @param ciphertext in Base64
 */
public record SealedContent(Digest digest, String ciphertext) {
  public SealedContent {
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(ciphertext, "ciphertext");
  }
}
