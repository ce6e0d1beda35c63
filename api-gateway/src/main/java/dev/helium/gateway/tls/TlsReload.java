package dev.helium.gateway.tls;

import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import io.micrometer.core.instrument.TimeGauge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the files of certificate and key every few seconds and shows the new ones when they have
 * changed. Those that cannot be used are said in the log and by the health, and the ones before
 * serve on.
 *
 * <p>It is the content that is compared: files that are mounted change without a new time. What
 * changes is taken once it has stood still for one look, as two files are not replaced at once.
 */
public final class TlsReload {
  private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);
  private static final String CHECK = "tls";
  private static final Duration SOON = Duration.ofDays(7);

  private final Vertx vertx;
  private final Health health;
  private final TlsFiles files;
  private final Function<KeyCertOptions, Future<?>> present;
  private final InstantSource clock;
  private final Duration interval;
  private volatile TlsIdentity shown;
  // Only one look is under way at a time, and each sees what the one before left.
  private volatile PemPair seen;
  private volatile PemPair refused;
  private volatile String trouble = "";

  private TlsReload(
      ServiceContext service,
      TlsFiles files,
      Function<KeyCertOptions, Future<?>> present,
      InstantSource clock,
      Duration interval,
      TlsIdentity shown) {
    this.vertx = service.vertx();
    this.health = service.health();
    this.files = files;
    this.present = present;
    this.clock = clock;
    this.interval = interval;
    this.shown = shown;
    TimeGauge.builder("helium.tls.certificate.left", this, TimeUnit.SECONDS, TlsReload::left)
        .description("Until the certificate that is shown ends")
        .strongReference(true)
        .register(service.meters());
  }

  /**
   * Begins.
   *
   * @param present makes the servers show another certificate; fails when they cannot
   * @param interval between two looks
   * @param shown what the servers show now
   */
  public static void start(
      ServiceContext service,
      TlsFiles files,
      Function<KeyCertOptions, Future<?>> present,
      InstantSource clock,
      Duration interval,
      TlsIdentity shown) {
    TlsReload reload = new TlsReload(service, files, present, clock, interval, shown);
    reload.tell();
    reload.again();
  }

  private double left() {
    return Duration.between(clock.instant(), shown.ends()).toSeconds();
  }

  private void again() {
    vertx.setTimer(
        interval.toMillis(),
        ignored ->
            vertx
                .executeBlocking(files::read, false)
                .compose(this::compare)
                .onFailure(this::complain)
                .onComplete(
                    over -> {
                      tell();
                      again();
                    }));
  }

  private Future<?> compare(PemPair now) {
    boolean stoodStill = seen != null && seen.isSame(now);
    seen = now;
    if (shown.isOf(now)) {
      refused = null;
      trouble = "";
      return Future.succeededFuture();
    }
    if (!stoodStill || (refused != null && refused.isSame(now))) {
      return Future.succeededFuture();
    }
    refused = now;
    return vertx
        .executeBlocking(() -> TlsIdentity.of(vertx, now), false)
        .compose(identity -> present.apply(identity.options()).map(identity))
        .onSuccess(this::change);
  }

  private void change(TlsIdentity identity) {
    shown = identity;
    refused = null;
    trouble = "";
    LOG.atInfo().addKeyValue("ends", identity.ends()).log("another certificate is shown");
  }

  private void complain(Throwable cause) {
    String why =
        cause instanceof InvalidIdentityException known
            ? known.getMessage()
            : "the server does not take it";
    if (!why.equals(trouble)) {
      trouble = why;
      LOG.atError()
          .addKeyValue("why", why)
          .setCause(cause)
          .log("the new certificate cannot be used; the one before serves on");
    }
  }

  private void tell() {
    if (!trouble.isEmpty()) {
      health.readyBut(
          CHECK, "the new certificate cannot be used, the one before serves on: " + trouble);
    } else if (Duration.between(clock.instant(), shown.ends()).compareTo(SOON) < 0) {
      health.readyBut(CHECK, "the certificate ends at " + shown.ends());
    } else {
      health.ready(CHECK);
    }
  }
}
