package dev.helium.gateway.identity;

import java.nio.file.Path;
import java.util.Objects;

/** Something that says whose a token is. */
sealed interface CredentialSource {
  /** One token that may do everything. */
  record Development(TokenDigest digest) implements CredentialSource {
    public Development {
      Objects.requireNonNull(digest, "digest");
    }
  }

  /**
   * Tokens in a file that may change.
   *
   * @param first what it holds at the start
   */
  record Tokens(Path file, TokenSet first) implements CredentialSource {
    public Tokens {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(first, "first");
    }
  }

  /** An issuer of signed tokens. */
  record Issuer(OidcSettings settings) implements CredentialSource {
    public Issuer {
      Objects.requireNonNull(settings, "settings");
    }
  }
}
