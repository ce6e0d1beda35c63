package dev.helium.gateway.pages;

import dev.helium.gateway.http.ClientAddress;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Admission;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.session.RandomText;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/**
 * Passes by which this process asks itself on behalf of somebody whom it knows already. Each is
 * good for one request and {@value #SECONDS} s, and only where requests of nobody else are
 * answered.
 */
final class Passes implements Handler<RoutingContext>, Admission {
  static final String HEADER = "helium-pass";
  static final int SECONDS = 10;

  private static final Duration GOOD = Duration.ofSeconds(SECONDS);
  private static final String KEY = "helium.pass";

  private final ConcurrentMap<String, Pass> given = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final RandomGenerator random;

  private record Pass(Identity identity, String address, Instant until) {
    Pass {
      Objects.requireNonNull(identity, "identity");
    }
  }

  Passes(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * Has to be {@linkplain #takeBack taken back} when it is no longer needed.
   *
   * @param address that they ask from
   */
  String give(Identity identity, String address) {
    String pass = RandomText.of(random);
    given.put(pass, new Pass(identity, address, clock.instant().plus(GOOD)));
    return pass;
  }

  void takeBack(String pass) {
    given.remove(pass);
  }

  /** Lets nothing pass without one, before anything else is looked at. */
  @Override
  public void handle(RoutingContext context) {
    String brought = context.request().getHeader(HEADER);
    Pass pass = brought == null ? null : given.remove(brought);
    if (pass == null || !clock.instant().isBefore(pass.until())) {
      context.fail(
          Problem.of(ProblemKind.UNAUTHORIZED, "Nobody else is answered to here.").exception());
      return;
    }
    context.put(KEY, pass);
    ClientAddress.put(context, pass.address());
    context.next();
  }

  @Override
  public Future<Identity> admit(RoutingContext context) {
    Identity identity = context.<Pass>get(KEY).identity();
    Authentication.admitted(context, identity);
    return Future.succeededFuture(identity);
  }
}
