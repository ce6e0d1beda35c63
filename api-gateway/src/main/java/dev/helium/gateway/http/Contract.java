package dev.helium.gateway.http;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI document: the source of routes, field names and who needs a token. */
public final class Contract {
  private static final String RESOURCE = "/openapi.yaml";

  private final Buffer text;
  private final JsonObject document;
  private final OpenAPIContract routes;

  private Contract(Buffer text, JsonObject document, OpenAPIContract routes) {
    this.text = text;
    this.document = document;
    this.routes = routes;
  }

  /** Fails when the document is not valid. */
  public static Future<Contract> load(Vertx vertx) {
    return vertx
        .executeBlocking(Contract::read, false)
        .compose(
            read ->
                routes(vertx, routable(read.document().copy()))
                    .map(routes -> new Contract(read.text(), read.document(), routes)));
  }

  /** On a thread that may be held up: the library works its way through the whole document. */
  private static Future<OpenAPIContract> routes(Vertx vertx, JsonObject document) {
    Promise<OpenAPIContract> read = Promise.promise();
    Deployable reading = ignored -> OpenAPIContract.from(vertx, document).onSuccess(read::complete);
    return vertx
        .deployVerticle(reading, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
        .compose(vertx::undeploy)
        .compose(ignored -> read.future());
  }

  /** As it was written. */
  public Buffer text() {
    return text;
  }

  /** The whole document. */
  public JsonObject document() {
    return document.copy();
  }

  /** What a property of a schema of the document is called, in the document's order. */
  public List<String> properties(String schema) {
    return List.copyOf(
        document
            .getJsonObject("components")
            .getJsonObject("schemas")
            .getJsonObject(schema)
            .getJsonObject("properties")
            .fieldNames());
  }

  /** Every operation by its id, and whether somebody has to say who they are for it. */
  public Map<String, Boolean> operations() {
    Map<String, Boolean> operations = new TreeMap<>();
    routes
        .operations()
        .forEach(
            each ->
                operations.put(each.getOperationId(), !each.getSecurityRequirements().isEmpty()));
    return operations;
  }

  OpenAPIContract routes() {
    return routes;
  }

  /** The methods that a path takes, for the {@code Allow} header; empty for a path unknown here. */
  String methodsAt(String path) {
    Path known = routes.findPath(path);
    return known == null
        ? ""
        : known.getOperations().stream()
            .map(Operation::getHttpMethod)
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));
  }

  private static Unrouted read() throws IOException {
    try (InputStream stream = Contract.class.getResourceAsStream(RESOURCE)) {
      Buffer text = Buffer.buffer(stream.readAllBytes());
      return new Unrouted(text, parse(text));
    }
  }

  /** Encoded once, so that what the text only names in several places is a copy in each. */
  private static JsonObject parse(Buffer text) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(text.toString());
    Map<String, Object> entries = new LinkedHashMap<>();
    ((Map<?, ?>) tree).forEach((key, value) -> entries.put(key.toString(), value));
    return new JsonObject(new JsonObject(entries).encode());
  }

  /**
   * The router library refuses documents with media types that it cannot check, and with a server
   * that is "wherever this came from". Bodies are read and answers written without it, so it need
   * not see those.
   */
  private static JsonObject routable(JsonObject whole) {
    whole.remove("servers");
    return checkable(whole);
  }

  private static JsonObject checkable(JsonObject node) {
    for (String key : new ArrayList<>(node.fieldNames())) {
      if (node.getValue(key) instanceof JsonObject child) {
        if (key.equals("content")) {
          new ArrayList<>(child.fieldNames())
              .stream()
                  .filter(type -> !MediaType.isMediaTypeSupported(type))
                  .forEach(child::remove);
        }
        checkable(child);
      }
    }
    return node;
  }

  private record Unrouted(Buffer text, JsonObject document) {}
}
