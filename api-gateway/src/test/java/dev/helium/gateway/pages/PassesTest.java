package dev.helium.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.http.ClientAddress;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.Role;
import dev.helium.gateway.identity.TestClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passes at a real server. */
final class PassesTest {
  private static final Identity ADA = new Identity("ada", Role.USER);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final TestClock clock = new TestClock();
  private final Passes passes = new Passes(clock, new Random(20261129));
  private HttpServer server;

  @BeforeEach
  void start() {
    Router router = Router.router(vertx);
    router.route().handler(passes);
    router.route().handler(context -> passes.admit(context).onSuccess(who -> context.next()));
    router.route().handler(PassesTest::answer);
    router.route().failureHandler(PassesTest::refuse);
    server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void stop() {
    client.close();
    await(vertx.close());
  }

  @Test
  void aPassSaysWhoAsksAndFromWhereOnce() throws Exception {
    // given
    String pass = passes.give(ADA, "192.0.2.7");
    String other = passes.give(new Identity("bob", Role.VIEWER), "192.0.2.8");
    // when, then
    assertThat(get(pass)).isEqualTo("ada 192.0.2.7");
    assertThat(get(pass)).isEqualTo("401");
    assertThat(get(other)).isEqualTo("bob 192.0.2.8");
  }

  @Test
  void whatWasNotGivenIsNone() throws Exception {
    // given
    String pass = passes.give(ADA, "192.0.2.7");
    // when, then
    assertThat(get("")).isEqualTo("401");
    assertThat(get("x")).isEqualTo("401");
    assertThat(get(pass.substring(1))).isEqualTo("401");
    assertThat(get(pass)).startsWith("ada");
  }

  @Test
  void aPassIsGoodForALittleWhileOnly() throws Exception {
    // given
    String inTime = passes.give(ADA, "192.0.2.7");
    String late = passes.give(ADA, "192.0.2.7");
    // when
    clock.goOn(Duration.ofSeconds(Passes.SECONDS).minusMillis(1));
    String first = get(inTime);
    clock.goOn(Duration.ofMillis(1));
    // then
    assertThat(first).startsWith("ada");
    assertThat(get(late)).isEqualTo("401");
  }

  @Test
  void whatIsTakenBackIsWorthNothing() throws Exception {
    // given
    String pass = passes.give(ADA, "192.0.2.7");
    // when
    passes.takeBack(pass);
    // then
    assertThat(get(pass)).isEqualTo("401");
  }

  private static void answer(RoutingContext context) {
    context
        .response()
        .end(Authentication.identity(context).name() + " " + ClientAddress.of(context));
  }

  private static void refuse(RoutingContext context) {
    context
        .response()
        .end(Integer.toString(((ProblemException) context.failure()).problem().kind().status()));
  }

  private String get(String pass) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"));
    if (!pass.isEmpty()) {
      request.header(Passes.HEADER, pass);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer in a minute", late);
    }
  }
}
