package dev.helium.gateway.identity;

import dev.helium.domain.Backoff;
import dev.helium.gateway.http.Problem;
import dev.helium.service.Health;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an issuer, as they are at present: fetched every few minutes, and at once for a key
 * that is not known yet, though not more often than every {@value #SHORTEST_SECONDS} s.
 *
 * <p>While the issuer is away, the keys that were seen go on counting for {@link SeenKeys#LONGEST}.
 * Safe for any thread.
 */
final class IssuerKeys {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
  private static final String CHECK = "oidc";
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final Duration USUAL_PAUSE = Duration.ofMinutes(5);
  private static final Backoff AFTER_FAILURES =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final int SHORTEST_SECONDS = 10;
  private static final int MOST_WAITING = 256;
  private static final int RETRY_SECONDS = 10;

  private final Vertx vertx;
  private final URI issuer;
  private final IssuerDocuments documents;
  private final InstantSource clock;
  private final Health health;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile SeenKeys seen;
  private volatile IssuerAddresses addresses;
  private volatile boolean closed;
  private Future<Void> asking = Future.succeededFuture();
  private Instant asked = Instant.MIN;

  IssuerKeys(
      Vertx vertx, URI issuer, IssuerDocuments documents, InstantSource clock, Health health) {
    this.vertx = vertx;
    this.issuer = issuer;
    this.documents = documents;
    this.clock = clock;
    this.health = health;
    health.expect(CHECK);
    health.readyBut(CHECK, "the issuer's keys have not been seen yet");
  }

  /** Returns at once: an issuer that is away keeps nobody from coming in by other means. */
  void start() {
    if (!closed) {
      ask().onComplete(ignored -> again());
    }
  }

  /** Ends the asking. */
  Future<Void> close() {
    closed = true;
    return documents.close();
  }

  /**
   * The key of that id; empty when the issuer has none. Fails with a problem while that cannot be
   * said.
   */
  Future<Optional<JsonWebKey>> find(String id) {
    SeenKeys known = seen;
    Optional<JsonWebKey> key = usable(known).flatMap(keys -> keys.find(id));
    if (key.isPresent()) {
      return Future.succeededFuture(key);
    }
    if (known == null) {
      return Future.failedFuture(unavailable("The issuer's keys have not been seen yet."));
    }
    Future<Void> shared = askUnlessJustDone();
    if (shared.isComplete()) {
      return look(id);
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(unavailable("Too many wait for the issuer's keys already."));
    }
    return here(shared)
        .onComplete(ignored -> waiting.decrementAndGet())
        .transform(ignored -> look(id));
  }

  /** Where the issuer is asked for what; empty until it has said so. */
  Optional<IssuerAddresses> addresses() {
    return Optional.ofNullable(addresses);
  }

  private Future<Optional<JsonWebKey>> look(String id) {
    return usable(seen)
        .map(keys -> Future.succeededFuture(keys.find(id)))
        .orElseGet(
            () -> Future.failedFuture(unavailable("The issuer has not answered for too long.")));
  }

  private Optional<SeenKeys> usable(SeenKeys keys) {
    return Optional.ofNullable(keys).filter(known -> !known.isTooOld(clock.instant()));
  }

  private synchronized Future<Void> askUnlessJustDone() {
    return clock.instant().isBefore(asked.plusSeconds(SHORTEST_SECONDS)) ? asking : ask();
  }

  /** Joins what is under way. */
  private synchronized Future<Void> ask() {
    if (asking.isComplete()) {
      asked = clock.instant();
      asking =
          documents
              .get(URI.create(withoutSlash(issuer.toString()) + DISCOVERY))
              .map(discovery -> IssuerAddresses.of(issuer, discovery))
              .onSuccess(published -> addresses = published)
              .compose(published -> documents.get(published.keys()))
              .map(published -> SeenKeys.of(published, clock.instant()))
              .onSuccess(this::noticed)
              .onFailure(this::missed)
              .mapEmpty();
    }
    return asking;
  }

  private void noticed(SeenKeys keys) {
    SeenKeys before = seen;
    seen = keys;
    failures.set(0);
    health.ready(CHECK);
    if (before == null || !before.keys().keySet().equals(keys.keys().keySet())) {
      LOG.atInfo().addKeyValue("keys", keys.keys().keySet()).log("the issuer's keys are these");
    }
  }

  private void missed(Throwable failure) {
    failures.incrementAndGet();
    SeenKeys known = seen;
    health.readyBut(
        CHECK,
        known == null
            ? "the issuer's keys have not been seen yet: " + failure.getMessage()
            : "the issuer's keys are of " + known.at() + ": " + failure.getMessage());
    LOG.atWarn()
        .addKeyValue("issuer", issuer)
        .addKeyValue("failure", failure.toString())
        .log("the issuer's keys cannot be fetched");
  }

  private void again() {
    int failed = failures.get();
    Duration pause = failed == 0 ? USUAL_PAUSE : AFTER_FAILURES.pauseAfter(failed);
    vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).onSuccess(ignored -> start());
  }

  /** Others may have asked, on another event loop; whoever waits goes on on their own. */
  private Future<Void> here(Future<Void> shared) {
    Context own = vertx.getOrCreateContext();
    Promise<Void> here = Promise.promise();
    shared.onComplete(result -> own.runOnContext(ignored -> here.handle(result)));
    return here.future();
  }

  private static RuntimeException unavailable(String detail) {
    return Problem.unavailable(detail, RETRY_SECONDS).exception();
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
