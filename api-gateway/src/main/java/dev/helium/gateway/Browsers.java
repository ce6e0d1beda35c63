package dev.helium.gateway;

import dev.helium.gateway.access.Gatekeeper;
import dev.helium.gateway.http.ApiRouter;
import dev.helium.gateway.http.Guards;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.pages.GatewayPages;
import dev.helium.gateway.pages.GatewayVisitors;
import dev.helium.gateway.pages.PageSource;
import dev.helium.gateway.session.BrowserCookie;
import dev.helium.gateway.session.FormTokens;
import dev.helium.gateway.session.SealedText;
import dev.helium.gateway.session.SessionSettings;
import dev.helium.gateway.session.Sessions;
import dev.helium.gateway.session.Site;
import dev.helium.gateway.signin.SigningIn;
import dev.helium.pages.Visitors;
import dev.helium.view.EndedSessions;
import dev.helium.wire.Sealing;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** What people with a browser need: their sessions, and pages. */
record Browsers(
    Vertx vertx,
    SessionSettings settings,
    Sealing sealing,
    EndedSessions ended,
    Credentials credentials,
    Sessions sessions,
    InstantSource clock,
    RandomGenerator random) {

  static Browsers of(
      Vertx vertx,
      SessionSettings settings,
      Sealing sealing,
      EndedSessions ended,
      Credentials credentials,
      InstantSource clock,
      RandomGenerator random) {
    return new Browsers(
        vertx,
        settings,
        sealing,
        ended,
        credentials,
        new Sessions(
            settings,
            credentials,
            ended,
            new SealedText(sealing, Sealing.Purpose.SESSION),
            new BrowserCookie("helium", new Site(settings.address())),
            clock,
            random),
        clock,
        random);
  }

  /**
   * Reads files, and so blocks.
   *
   * @param router of the API, with another keeper and other guards
   */
  GatewayPages pages(
      PageSource source,
      Guard guard,
      GatewayAccess access,
      RequestRecorder recorder,
      BiFunction<Gatekeeper, Guards, ApiRouter> router) {
    Site site = new Site(settings.address());
    FormTokens forms =
        new FormTokens(new SealedText(sealing, Sealing.Purpose.FORM), settings.longest(), clock);
    Authentication authentication = access.authentication();
    Visitors visitors = new GatewayVisitors(authentication, guard.signIns(), forms, site);
    SigningIn signingIn =
        new SigningIn(
            vertx,
            credentials,
            sessions,
            forms,
            ended,
            sealing,
            site,
            guard.signIns(),
            visitors,
            clock,
            random);
    return new GatewayPages(
        vertx,
        signingIn.routes(recorder, access.trail()),
        visitors,
        source,
        recorder,
        guard.handlers(),
        access::gatekeeper,
        router,
        clock,
        random);
  }
}
