package dev.helium.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.gateway.http.ApiRouter;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Guards;
import dev.helium.gateway.http.Operations;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.http.WebPages;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.Role;
import dev.helium.gateway.identity.TestClock;
import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.Visitor;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How pages ask the API of their own process, on a real port. */
final class InnerApiTest {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int MOST = 256;
  private static final GatewayVisitor ADA =
      new GatewayVisitor(
          new Identity("ada", Role.USER), "192.0.2.7", TraceParent.NONE, "form-token");

  private final Vertx vertx = Vertx.vertx();
  private final Promise<Void> goOn = Promise.promise();
  private InnerApi api;

  @BeforeEach
  void start() {
    Passes passes = new Passes(new TestClock(), new Random(20261129));
    Contract contract = await(Contract.load(vertx));
    Map<String, Handler<RoutingContext>> handlers = new HashMap<>();
    contract.operations().keySet().forEach(each -> handlers.put(each, this::answer));
    ApiRouter router =
        new ApiRouter(
            contract,
            new Operations(handlers),
            context -> passes.admit(context).onSuccess(who -> context.next()),
            new Guards(List.of(passes), List.of()),
            new RequestRecorder(new SimpleMeterRegistry(), Tracing.off()),
            WebPages.NONE);
    api = new InnerApi(vertx, router, passes);
    await(api.start());
  }

  @AfterEach
  void stop() {
    await(api.close());
    await(vertx.close());
  }

  @Test
  void anAnswerIsReadUpToItsLargestSizeAndNotBeyond() {
    // given, when
    ApiAnswer largest = await(ask("/healthz?bytes=" + LARGEST));
    Future<ApiAnswer> larger = ask("/healthz?bytes=" + (LARGEST + 1));

    // then
    assertThat(largest.body().length()).isEqualTo(LARGEST);
    assertThatThrownBy(() -> await(larger))
        .hasMessage("the API's answer has more than " + LARGEST + " bytes");
    assertThat(await(ask("/healthz")).status()).isEqualTo(200);
  }

  @Test
  void whoeverComesWhenAllPlacesAreTakenIsRefusedAtOnce() {
    // given
    List<Future<ApiAnswer>> waiting =
        IntStream.range(0, MOST).mapToObj(each -> ask("/healthz?wait=here")).toList();

    // when
    Future<ApiAnswer> oneMore = ask("/healthz");

    // then
    assertThatThrownBy(() -> await(oneMore)).hasMessage("too many pages ask the API already");
    assertThat(waiting).noneMatch(Future::isComplete);

    // when
    goOn.complete();

    // then
    assertThat(await(Future.all(waiting)).succeeded()).isTrue();
    assertThat(await(ask("/healthz")).status()).isEqualTo(200);
  }

  @Test
  void whoAsksIsSaidByTheirPassAndByNothingThatAPagePassesOn() {
    // given
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer of-somebody-else",
            "Cookie", "helium=x",
            "Helium-Pass", "made-up",
            "Gap-Auth", "eve",
            "If-Match", "\"seen\"");

    // when
    ApiAnswer answer =
        await(api.ask(ADA, new ApiCall(HttpMethod.GET, "/healthz", headers, Buffer.buffer())));

    // then
    assertThat(answer.status()).isEqualTo(200);
    JsonObject passedOn = answer.body().toJsonObject();
    assertThat(passedOn.getString("if-match")).isEqualTo("\"seen\"");
    assertThat(passedOn.fieldNames()).doesNotContain("authorization", "cookie", "gap-auth");
    assertThat(passedOn.getString("helium-pass")).isNotEqualTo("made-up");
  }

  @Test
  void nobodyIsAskedForWhomTheGatewayDidNotFindOut() {
    // given
    Visitor stranger = new Stranger();

    // when, then
    assertThatThrownBy(() -> api.ask(stranger, ApiCall.get("/healthz")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Future<ApiAnswer> ask(String uri) {
    return api.ask(ADA, ApiCall.get(uri));
  }

  /** As many bytes as are asked for, the headers that came, or nothing until it may go on. */
  private void answer(RoutingContext context) {
    String bytes = context.request().getParam("bytes");
    JsonObject headers = new JsonObject();
    context
        .request()
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    Buffer body =
        bytes == null ? headers.toBuffer() : Buffer.buffer(new byte[Integer.parseInt(bytes)]);
    Future<Void> begin =
        context.request().getParam("wait") == null ? Future.succeededFuture() : goOn.future();
    Context here = vertx.getOrCreateContext();
    begin.onSuccess(ignored -> here.runOnContext(now -> context.end(body)));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer in a minute", late);
    }
  }

  private record Stranger() implements Visitor {
    @Override
    public String name() {
      return "eve";
    }

    @Override
    public String role() {
      return "admin";
    }

    @Override
    public boolean operates() {
      return true;
    }

    @Override
    public boolean administers() {
      return true;
    }

    @Override
    public boolean canSignOut() {
      return false;
    }

    @Override
    public String formToken() {
      return "";
    }
  }
}
