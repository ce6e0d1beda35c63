package dev.helium.gateway.identity;

import java.util.List;
import java.util.Optional;

/** All tokens that were given to somebody. */
record TokenSet(List<TokenEntry> entries) {
  static final TokenSet EMPTY = new TokenSet(List.of());

  public TokenSet {
    entries = List.copyOf(entries);
  }

  /** Looks at all of them, always, so that the time it takes says nothing. */
  Optional<TokenEntry> find(String token) {
    TokenDigest digest = TokenDigest.of(token);
    Optional<TokenEntry> found = Optional.empty();
    for (TokenEntry entry : entries) {
      if (entry.digest().isOfTheSameAs(digest)) {
        found = Optional.of(entry);
      }
    }
    return found;
  }
}
