package dev.helium.engine.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The derived keys in use, each derived once. Stacks that are new get the salt of their
 * passphrase's first new stack: the passphrase is the same, nonces are random per value, and a
 * second derivation would cost more than the whole update.
 */
public final class SecretsVault {
  private static final int MAXIMUM_KEYS = 256;

  private final Map<String, CompletableFuture<PassphraseSecrets>> keys =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CompletableFuture<PassphraseSecrets>> eldest) {
          return size() > MAXIMUM_KEYS;
        }
      };

  /** The secrets of a salt; an empty salt stands for a stack that has none yet. */
  public PassphraseSecrets open(String passphrase, String salt) {
    var name = fingerprint(passphrase) + "/" + salt;
    return salt.isEmpty()
        ? once(
            name,
            () -> remember(passphrase, shared(passphrase, PassphraseSecrets.create(passphrase))))
        : once(name, () -> shared(passphrase, PassphraseSecrets.open(passphrase, salt)));
  }

  /** Secrets under a salt of their own. */
  public PassphraseSecrets create(String passphrase) {
    return remember(passphrase, shared(passphrase, PassphraseSecrets.create(passphrase)));
  }

  private PassphraseSecrets shared(String passphrase, PassphraseSecrets secrets) {
    return secrets.with(other -> open(passphrase, other));
  }

  private PassphraseSecrets remember(String passphrase, PassphraseSecrets created) {
    var name = fingerprint(passphrase) + "/" + created.state();
    synchronized (keys) {
      keys.put(name, CompletableFuture.completedFuture(created));
    }
    return created;
  }

  private PassphraseSecrets once(String name, Supplier<PassphraseSecrets> derivation) {
    CompletableFuture<PassphraseSecrets> derived;
    boolean first = false;
    synchronized (keys) {
      derived = keys.get(name);
      if (derived == null) {
        derived = new CompletableFuture<>();
        keys.put(name, derived);
        first = true;
      }
    }
    if (first) {
      try {
        derived.complete(derivation.get());
      } catch (RuntimeException failure) {
        synchronized (keys) {
          keys.remove(name);
        }
        derived.completeExceptionally(failure);
      }
    }
    try {
      return derived.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private static String fingerprint(String passphrase) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(passphrase.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
