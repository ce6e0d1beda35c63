package dev.helium.engine.secret;

import dev.helium.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The derived keys in use, each derived once. Stacks that are new get the salt that is shared, or
 * that of their passphrase's first new stack: the passphrase is the same, nonces are random per
 * value, and a second derivation would cost more than the whole update.
 */
public final class SecretsVault {
  private static final Logger LOG = LoggerFactory.getLogger(SecretsVault.class);
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

  private final SharedSalt sharedSalt;

  /** Shares no salt with others. */
  public SecretsVault() {
    this(SharedSalt.none());
  }

  /**
   * @param sharedSalt of new stacks; one that is another passphrase's is replaced
   */
  public SecretsVault(SharedSalt sharedSalt) {
    this.sharedSalt = sharedSalt;
  }

  /** The secrets of a salt; an empty salt stands for a stack that has none yet. */
  public PassphraseSecrets open(String passphrase, String salt) {
    var name = fingerprint(passphrase) + "/" + salt;
    return salt.isEmpty()
        ? once(name, () -> ofNewStacks(passphrase))
        : once(name, () -> shared(passphrase, PassphraseSecrets.open(passphrase, salt)));
  }

  /** Secrets under a salt of their own. */
  public PassphraseSecrets create(String passphrase) {
    return remember(passphrase, shared(passphrase, PassphraseSecrets.create(passphrase)));
  }

  private PassphraseSecrets ofNewStacks(String passphrase) {
    var standing = sharedSalt.standing().orElse("");
    return usable(passphrase, standing)
        .orElseGet(
            () -> {
              var created = create(passphrase);
              var agreed = sharedSalt.share(created.state(), standing);
              return agreed.equals(created.state())
                  ? created
                  : usable(passphrase, agreed).orElse(created);
            });
  }

  /** Empty for a salt that is none, or another passphrase's. */
  private Optional<PassphraseSecrets> usable(String passphrase, String standing) {
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(passphrase, standing));
    } catch (EngineException unusable) {
      LOG.atWarn()
          .addKeyValue("class", unusable.failure().failureClass())
          .log("the shared salt cannot be used: new stacks get another one");
      return Optional.empty();
    }
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
