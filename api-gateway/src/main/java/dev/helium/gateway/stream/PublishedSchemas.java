package dev.helium.gateway.stream;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** The published contract of the topics: the AsyncAPI document, and the schemas that it names. */
final class PublishedSchemas {
  private static final String FOLDER = "/dev/helium/schemas/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,100}\\.json");

  /** In the folder the schemas lie beside the document; here they are served below it. */
  private static final Pattern REFERENCE = Pattern.compile("(\\$ref: ')(?!#)");

  private final Vertx vertx;

  PublishedSchemas(Vertx vertx) {
    this.vertx = vertx;
  }

  Map<String, Handler<RoutingContext>> operations() {
    return Map.of(
        "getEventContract",
        this::document,
        "getSchema",
        context -> schema(context, ""),
        "getSharedSchema",
        context -> schema(context, "shared/"));
  }

  private void document(RoutingContext context) {
    vertx
        .executeBlocking(() -> read("asyncapi.yaml"), false)
        .map(text -> REFERENCE.matcher(text.toString()).replaceAll("$1schemas/"))
        .onSuccess(text -> answer(context, "application/yaml", Buffer.buffer(text)))
        .onFailure(context::fail);
  }

  private void schema(RoutingContext context, String folder) {
    String name = context.pathParam("name");
    if (!NAME.matcher(name).matches()) {
      throw unknown();
    }
    vertx
        .executeBlocking(() -> read(folder + name), false)
        .onSuccess(text -> answer(context, "application/schema+json", text))
        .onFailure(context::fail);
  }

  private static Buffer read(String path) throws IOException {
    try (InputStream stream = PublishedSchemas.class.getResourceAsStream(FOLDER + path)) {
      if (stream == null) {
        throw unknown();
      }
      return Buffer.buffer(stream.readAllBytes());
    }
  }

  private static RuntimeException unknown() {
    return Problem.of(ProblemKind.UNKNOWN, "There is no such schema; see /asyncapi.yaml.")
        .exception();
  }

  private static void answer(RoutingContext context, String type, Buffer text) {
    context.response().putHeader("content-type", type).end(text);
  }
}
