package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.http.Contract;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.net.http.HttpResponse;
import java.util.Locale;

/** Holds answers of the real server against the contract. */
final class ContractCheck {
  private final JsonObject document;

  ContractCheck(Contract contract) {
    this.document = contract.document();
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
    for (String header : response.getJsonObject("headers", new JsonObject()).fieldNames()) {
      assertThat(answer.headers().firstValue(header)).as(header).isPresent();
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
    JsonObject whole =
        schema
            .copy()
            .put(
                "components",
                new JsonObject()
                    .put("schemas", document.getJsonObject("components").getJsonObject("schemas")));
    OutputUnit result =
        Validator.create(
                JsonSchema.of(whole),
                new JsonSchemaOptions()
                    .setBaseUri("app://helium")
                    .setDraft(Draft.DRAFT202012)
                    .setOutputFormat(OutputFormat.Basic))
            .validate(value);
    return result.getValid() ? "" : result.toJson().encodePrettily();
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
