package dev.helium.pages.support;

import dev.helium.pages.Api;
import dev.helium.pages.ErrorPage;
import dev.helium.pages.Pages;
import dev.helium.pages.SignInForm;
import dev.helium.pages.SignInPage;
import dev.helium.pages.Visitor;
import dev.helium.pages.Visitors;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A real server with all pages, and a client that follows nothing by itself. */
public final class PageServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();

  /**
   * As the gateway speaks; after an upgrade to HTTP/2 the client waits for some answers for ever.
   */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpServer server;
  private final Set<HttpServerResponse> streams = ConcurrentHashMap.newKeySet();

  /** Who looks from now on; null is nobody. */
  private volatile Person person = Person.ADA;

  public PageServer(Api api) {
    this(api, 0);
  }

  public PageServer(Api api, int port) {
    Router router = Router.router(vertx);
    router.get(LiveStream.PATH).handler(this::stream);
    new Pages(api, new Known(), InstantSource.fixed(Canned.NOW)).mount(router);
    router
        .get("/sign-in")
        .handler(context -> SignInPage.send(context, new SignInForm("/", true, true, "t", "")));
    router.get("/signed-out").handler(SignInPage::sendSignedOut);
    router.route().last().handler(ErrorPage.NOT_FOUND::send);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  public void look(Person who) {
    person = who;
  }

  /** Sends an event of a type to every page that listens. */
  public void tell(String type) {
    streams.forEach(stream -> stream.write("event: " + type + "\ndata: {}\n\n"));
  }

  public String address() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<byte[]> bytes(String path, String... headers) {
    try {
      return client.send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, e);
    }
  }

  /**
   * Sends a form.
   *
   * @param fields names and values in turn
   */
  public HttpResponse<String> post(String path, String... fields) {
    Query form = Query.of("");
    for (int i = 0; i < fields.length; i += 2) {
      form = form.with(fields[i], List.of(fields[i + 1]));
    }
    String body = form.toString();
    return send(
        request(path, "content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.isEmpty() ? "" : body.substring(1))));
  }

  /** Sends what is no form. */
  public HttpResponse<String> postText(String path, String text) {
    return send(
        request(path, "content-type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(text)));
  }

  @Override
  public void close() {
    client.close();
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private void stream(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("content-type", "text/event-stream").setChunked(true);
    response.write(": begun\n\n");
    streams.add(response);
    response.closeHandler(closed -> streams.remove(response));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** Takes everybody for the person of the moment. */
  private final class Known implements Visitors {
    @Override
    public Future<Optional<Visitor>> of(RoutingContext context) {
      return Future.succeededFuture(Optional.ofNullable(person));
    }

    @Override
    public boolean isFromForm(RoutingContext context, Visitor visitor, String formToken) {
      return visitor.formToken().equals(formToken);
    }
  }
}
