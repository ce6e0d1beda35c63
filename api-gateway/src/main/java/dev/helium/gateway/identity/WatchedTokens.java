package dev.helium.gateway.identity;

import dev.helium.service.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a file, which is looked at every {@value #PAUSE_MILLISECONDS} ms. One that cannot
 * be used, or is gone, changes nothing but what the health and the metrics say.
 */
final class WatchedTokens implements HandedTokens {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedTokens.class);
  private static final String CHECK = "tokens";
  private static final long PAUSE_MILLISECONDS = 2_000;

  private final Vertx vertx;
  private final Path file;
  private final InstantSource clock;
  private final Health health;
  private volatile TokenSet tokens;
  private volatile String refusal = "";
  private volatile FileStamp seen = FileStamp.NONE;
  private volatile boolean there;
  private volatile boolean closed;

  WatchedTokens(
      Vertx vertx,
      CredentialSource.Tokens source,
      InstantSource clock,
      Health health,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.file = source.file();
    this.tokens = source.first();
    this.clock = clock;
    this.health = health;
    health.expect(CHECK);
    Gauge.builder("helium.tokens", () -> tokens.entries().size())
        .description("Tokens that are known from the file, expired ones included")
        .register(meters);
    Gauge.builder("helium.tokens.unusable", () -> refusal.isEmpty() ? 0 : 1)
        .description("1 while the file of tokens cannot be used and what it held before counts")
        .register(meters);
  }

  @Override
  public Future<Optional<Identity>> of(String token) {
    Optional<TokenEntry> found = tokens.find(token);
    if (found.filter(entry -> !clock.instant().isBefore(entry.expires())).isPresent()) {
      return Future.failedFuture(Unauthorized.invalid("The token has expired."));
    }
    return Future.succeededFuture(found.map(TokenEntry::identity));
  }

  @Override
  public Optional<Identity> holder(Means means, String print) {
    return tokens.entries().stream()
        .filter(entry -> entry.identity().means().equals(means))
        .filter(entry -> entry.digest().print().equals(print))
        .filter(entry -> clock.instant().isBefore(entry.expires()))
        .map(TokenEntry::identity)
        .findFirst();
  }

  @Override
  public List<HandedToken> known() {
    return tokens.entries().stream().map(HandedToken::of).toList();
  }

  /** Completes after the first look. */
  @Override
  public Future<Void> start() {
    return look().eventually(this::again);
  }

  @Override
  public Future<Void> close() {
    closed = true;
    return Future.succeededFuture();
  }

  private Future<Void> again() {
    if (!closed) {
      vertx.setTimer(PAUSE_MILLISECONDS, ignored -> look().onComplete(done -> again()));
    }
    return Future.succeededFuture();
  }

  /** Is never under way twice. */
  private Future<Void> look() {
    return vertx
        .<Void>executeBlocking(
            () -> {
              lookNow();
              return null;
            },
            false)
        .onFailure(failure -> LOG.atError().setCause(failure).log("tokens were not looked at"));
  }

  private void lookNow() {
    try {
      FileStamp stamp = FileStamp.of(file);
      if (stamp.equals(FileStamp.NONE)) {
        gone();
      } else if (!stamp.equals(seen)) {
        // Noted before the file is read: what is written meanwhile has another stamp.
        seen = stamp;
        known(TokenFile.read(file));
      }
    } catch (IOException unreadable) {
      refuse("the file of tokens cannot be read");
    } catch (TokensException invalid) {
      refuse("the file of tokens breaks rules: " + invalid.getMessage());
    }
  }

  private void known(TokenSet read) {
    tokens = read;
    there = true;
    refusal = "";
    health.ready(CHECK);
    LOG.atInfo().addKeyValue("tokens", read.entries().size()).log("read the file of tokens");
  }

  private void gone() {
    if (there) {
      seen = FileStamp.NONE;
      refuse("the file of tokens is gone");
    } else {
      health.readyBut(CHECK, "there is no file of tokens yet");
    }
  }

  /** Says so once. */
  private void refuse(String why) {
    if (!why.equals(refusal)) {
      refusal = why;
      health.readyBut(CHECK, why + "; what it held before counts");
      LOG.atError().addKeyValue("file", file).addKeyValue("why", why).log("tokens are not renewed");
    }
  }
}
