package dev.helium.gateway.signin;

import dev.helium.gateway.audit.AuditTrail;
import dev.helium.gateway.guard.SignInAttempts;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.session.BrowserCookie;
import dev.helium.gateway.session.FormTokens;
import dev.helium.gateway.session.SealedText;
import dev.helium.gateway.session.Sessions;
import dev.helium.gateway.session.Site;
import dev.helium.pages.Visitors;
import dev.helium.view.EndedSessions;
import dev.helium.wire.Sealing;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What signing in needs, put together.
 *
 * @param forms tokens of forms
 * @param ended sessions, and ways to the issuer that were gone already
 * @param random from which nobody can tell what comes next
 */
public record SigningIn(
    Vertx vertx,
    Credentials credentials,
    Sessions sessions,
    FormTokens forms,
    EndedSessions ended,
    Sealing sealing,
    Site site,
    SignInAttempts attempts,
    Visitors visitors,
    InstantSource clock,
    RandomGenerator random) {

  public SignInRoutes routes(RequestRecorder recorder, AuditTrail audit) {
    Sent.Reader bodies = new Sent.Reader(vertx);
    SignInForms shown =
        new SignInForms(
            credentials, forms, new BrowserCookie("helium-browser", site), site, random);
    SignInAtIssuer.Kept kept =
        new SignInAtIssuer.Kept(
            new BrowserCookie("helium-sign-in", site),
            new SealedText(sealing, Sealing.Purpose.SIGN_IN),
            ended,
            site,
            clock,
            random);
    return new SignInRoutes(
        recorder,
        audit,
        visitors,
        shown,
        new SignInByToken(credentials, sessions, shown, attempts, bodies),
        credentials
            .issuer()
            .map(issuer -> new SignInAtIssuer(issuer, kept, sessions, shown, attempts)),
        new SignOut(credentials, sessions, visitors, site, bodies));
  }
}
