package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.http.Contract;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Holds answers of the real server against the contract. Safe for any thread. */
final class ContractCheck {
  private final Contract contract;
  private final JsonObject document;

  /** By their schema; each reads the whole document when it is made. */
  private final Map<String, Validator> validators = new HashMap<>();

  ContractCheck(Contract contract) {
    this.contract = contract;
    this.document = contract.document();
  }

  /** The same for all tests: the document is read once. */
  static ContractCheck ofTheGateway() {
    return OfTheGateway.CHECK;
  }

  private static final class OfTheGateway {
    static final ContractCheck CHECK = load();

    private static ContractCheck load() {
      Vertx vertx = Vertx.vertx();
      try {
        return new ContractCheck(Futures.await(Contract.load(vertx)));
      } finally {
        Futures.await(vertx.close());
      }
    }
  }

  Contract contract() {
    return contract;
  }

  /** Fails unless the contract says that this operation answers so. */
  void accepts(String path, String method, HttpResponse<String> answer) {
    JsonObject operation = operation(path, method);
    JsonObject response =
        resolve(
            operation
                .getJsonObject("responses")
                .getJsonObject(Integer.toString(answer.statusCode())));
    assertThat(response)
        .as("%s %s may answer %s: %s", method, path, answer.statusCode(), answer.body())
        .isNotNull();
    JsonObject headers = response.getJsonObject("headers", new JsonObject());
    for (String header : headers.fieldNames()) {
      if (resolve(headers.getJsonObject(header)).getBoolean("required", false)) {
        assertThat(answer.headers().firstValue(header)).as(header).isPresent();
      }
    }
    if (!response.containsKey("content")) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = answer.headers().firstValue("content-type").orElse("");
    JsonObject content = response.getJsonObject("content").getJsonObject(type);
    assertThat(content).as("%s %s may answer with %s", method, path, type).isNotNull();
    if (type.endsWith("json")) {
      assertThat(errors(content.getJsonObject("schema"), Json.decodeValue(answer.body())))
          .isEmpty();
    }
  }

  /** What a value breaks of a schema of the contract; empty when nothing. */
  String errors(String schema, Object value) {
    return errors(new JsonObject().put("$ref", "#/components/schemas/" + schema), value);
  }

  private String errors(JsonObject schema, Object value) {
    OutputUnit result = validator(schema).validate(value);
    return result.getValid() ? "" : result.toJson().encodePrettily();
  }

  /** One after the other: making one writes into the document. */
  private synchronized Validator validator(JsonObject schema) {
    return validators.computeIfAbsent(schema.encode(), ignored -> create(schema));
  }

  private Validator create(JsonObject schema) {
    JsonObject whole =
        schema
            .copy()
            .put(
                "components",
                new JsonObject()
                    .put("schemas", document.getJsonObject("components").getJsonObject("schemas")));
    return Validator.create(
        JsonSchema.of(whole),
        new JsonSchemaOptions()
            .setBaseUri("app://helium")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic));
  }

  private JsonObject operation(String path, String method) {
    for (String template : document.getJsonObject("paths").fieldNames()) {
      if (path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"))) {
        return document
            .getJsonObject("paths")
            .getJsonObject(template)
            .getJsonObject(method.toLowerCase(Locale.ROOT));
      }
    }
    throw new AssertionError("the contract does not know " + path);
  }

  private JsonObject resolve(JsonObject node) {
    if (node == null || !node.containsKey("$ref")) {
      return node;
    }
    JsonObject found = document;
    for (String name : node.getString("$ref").substring(2).split("/", -1)) {
      found = found.getJsonObject(name);
    }
    return found;
  }
}
