package dev.helium.gateway.session;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.SignedIn;
import dev.helium.view.EndedSessions;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of browsers. All of a session is in the browser, sealed; here is known only which ones
 * were ended before their time.
 */
public final class Sessions implements SignedIn {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
  private static final String KEY = "helium.session";
  private static final int RETRY_SECONDS = 2;

  private final SessionSettings settings;
  private final Credentials credentials;
  private final EndedSessions ended;
  private final SealedText sealed;
  private final BrowserCookie cookie;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Sessions(
      SessionSettings settings,
      Credentials credentials,
      EndedSessions ended,
      SealedText sealed,
      BrowserCookie cookie,
      InstantSource clock,
      RandomGenerator random) {
    this.settings = settings;
    this.credentials = credentials;
    this.ended = ended;
    this.sealed = sealed;
    this.cookie = cookie;
    this.clock = clock;
    this.random = random;
  }

  /** The session that a request is in, once it is known; empty when it is in none. */
  public static Optional<String> id(RoutingContext context) {
    return Optional.ofNullable(context.<Session>get(KEY)).map(Session::id);
  }

  @Override
  public Future<Optional<Identity>> in(RoutingContext context) {
    Optional<Session> brought = brought(context).filter(this::isInTime);
    Optional<Identity> who = brought.flatMap(this::who);
    if (who.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Session session = brought.orElseThrow();
    return ended
        .isEnded(session.id())
        .recover(Sessions::unknown)
        .map(
            isEnded -> {
              if (isEnded) {
                return Optional.empty();
              }
              context.put(KEY, session);
              renew(context, session);
              return who;
            });
  }

  /** Somebody signs in with a token. */
  public void begin(RoutingContext context, Credentials.Proven proven) {
    begin(context, new Session.Who.ByToken(proven.identity().means(), proven.print()));
  }

  /** Somebody comes back from their issuer. */
  public void begin(RoutingContext context, Identity identity) {
    begin(context, new Session.Who.ByIssuer(identity));
  }

  /** Whether the browser brings a session that began at the issuer. */
  public boolean isOfIssuer(RoutingContext context) {
    return brought(context)
        .filter(session -> session.who() instanceof Session.Who.ByIssuer)
        .isPresent();
  }

  /** Ends the session that the browser brings, if any, wherever else it was copied to. */
  public Future<Void> end(RoutingContext context) {
    cookie.remove(context.request());
    return brought(context)
        .map(session -> ended.end(session.id(), settings.longest()))
        .orElseGet(() -> Future.succeededFuture(true))
        .recover(Sessions::unknown)
        .mapEmpty();
  }

  /** With an id of its own, whatever the browser has brought. */
  private void begin(RoutingContext context, Session.Who who) {
    Instant now = clock.instant();
    give(context, new Session(RandomText.of(random), who, now, now));
  }

  private void give(RoutingContext context, Session session) {
    cookie.put(context.request(), sealed.seal(session.json()));
  }

  /** Not where it is asked again in the middle of an answer who listens. */
  private void renew(RoutingContext context, Session session) {
    Instant now = clock.instant();
    if (!now.isBefore(session.issued().plus(settings.renewal()))
        && !context.response().headWritten()) {
      give(context, session.issuedAt(now));
    }
  }

  private Optional<Session> brought(RoutingContext context) {
    try {
      return cookie.in(context.request()).flatMap(sealed::open).map(Session::of);
    } catch (RuntimeException ofAnotherVersion) {
      LOG.atDebug().setCause(ofAnotherVersion).log("a session is not known here");
      return Optional.empty();
    }
  }

  private boolean isInTime(Session session) {
    Instant now = clock.instant();
    return now.isBefore(session.issued().plus(settings.idle()))
        && now.isBefore(session.signedIn().plus(settings.longest()));
  }

  private Optional<Identity> who(Session session) {
    Optional<Identity> known =
        switch (session.who()) {
          case Session.Who.ByToken byToken -> credentials.holder(byToken.means(), byToken.print());
          case Session.Who.ByIssuer(Identity identity) ->
              credentials.issuer().map(issuer -> identity);
        };
    return known.map(Identity::inSession);
  }

  private static Future<Boolean> unknown(Throwable failure) {
    LOG.atWarn().setCause(failure).log("it is not known which sessions were ended");
    return Future.failedFuture(
        Problem.unavailable("It cannot be told whether you are signed in.", RETRY_SECONDS)
            .exception());
  }
}
