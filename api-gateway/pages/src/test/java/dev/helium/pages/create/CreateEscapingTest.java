package dev.helium.pages.create;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateEscapingTest {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s+[^\\s=>\"']+(=\"[^\"]*\"|='[^']*'|=[^\\s\"'>]+)?");
  private static final Pattern TAG =
      Pattern.compile("<[a-zA-Z][^\\s>]*((" + ATTRIBUTE + ")*)\\s*/?>");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus=alert(1) autofocus x='",
        "</textarea><script>alert(1)</script>",
        "</pre></option></select><svg onload=alert(1)>",
        "\" hx-get=\"/evil\" hx-trigger=\"load",
        "</title><script>alert(1)</script>"
      })
  void noTextOfOthersBecomesMarkup(String payload) {
    // given
    JsonObject backend = hostile(payload);
    String name = payload.replace("/", "");
    CannedApi api =
        new CannedApi()
            .answer(
                "GET /v1/api/backends",
                new JsonObject().put("Backends", new JsonArray().add(backend)))
            .answer("GET /v1/api/backends/", CannedBackends.one(backend))
            .answer("GET /v1/api/quotas", quotas(payload))
            .answer("POST /v1/api/workspace", call -> refusal(payload));
    List<String> pages = new ArrayList<>();

    // when
    try (PageServer server = new PageServer(api)) {
      pages.add(server.get("/create").body());
      pages.add(server.get("/create/x").body());
      for (String path : List.of("/create", "/create/preview", "/create/sketch")) {
        pages.add(
            FilledForm.of(name)
                .text("name", payload)
                .text("labels", payload + "=" + payload)
                .text("clusterStack", payload)
                .text("expiry", payload)
                .text("p." + payload.replace("\"", "%22"), payload)
                .text("p.list", payload)
                .text("infraJson", payload)
                .text("chartName", payload)
                .file(
                    "valuesYaml",
                    payload.replace("\"", "%22"),
                    ("'a': >\n  " + payload).getBytes(UTF_8))
                .post(server, path)
                .body());
      }
    }

    // then
    assertThat(pages)
        .allSatisfy(
            page -> {
              assertThat(page)
                  .doesNotContain("<script>alert")
                  .doesNotContain("<img src=x")
                  .doesNotContain("<svg onload");
              assertThat(attributes(page))
                  .isNotEmpty()
                  .noneMatch(attribute -> attribute.startsWith("on"))
                  .noneMatch(attribute -> attribute.equals("hx-get=\"/evil\""));
            });
    // What is not there at all is not proved to be escaped.
    assertThat(pages).allSatisfy(page -> assertThat(page).containsPattern("alert|evil"));
  }

  /** Names, with their values, as a browser finds them. */
  private static List<String> attributes(String page) {
    return TAG.matcher(page)
        .results()
        .flatMap(tag -> ATTRIBUTE.matcher(tag.group(1)).results())
        .map(attribute -> attribute.group().strip())
        .toList();
  }

  private static JsonObject hostile(String payload) {
    JsonObject properties =
        new JsonObject()
            .put(
                payload,
                new JsonObject()
                    .put("type", "string")
                    .put("description", payload)
                    .put("pattern", payload)
                    .put("default", payload))
            .put(
                "list",
                new JsonObject()
                    .put("type", "array")
                    .put("items", new JsonObject().put("type", "string"))
                    .put("description", payload))
            .put(
                "choice",
                new JsonObject().put("enum", new JsonArray().add(payload)).put("default", payload))
            .put(
                "text",
                new JsonObject()
                    .put("type", "string")
                    .put("maxLength", 9_000)
                    .put("default", payload))
            .put(
                "map",
                new JsonObject()
                    .put("type", "object")
                    .put("description", payload)
                    .put(
                        "properties",
                        new JsonObject().put(payload, new JsonObject().put("type", "boolean"))));
    return new JsonObject()
        .put("Name", payload)
        .put("Summary", payload)
        .put("Ready", new JsonArray().add(payload).add(payload))
        .put("Profiles", new JsonObject().put(payload, new JsonObject()))
        .put("Fields", new JsonObject().put("pachdVersion", payload))
        .put("Outputs", new JsonObject().put(payload, payload))
        .put("Infrastructure", new JsonObject())
        .put("Defaults", new JsonObject().put(payload, payload))
        .put(
            "Parameters",
            new JsonObject()
                .put("type", "object")
                .put("required", new JsonArray().add(payload))
                .put("properties", properties));
  }

  private static JsonObject quotas(String payload) {
    return new JsonObject()
        .put(
            "Quotas",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("Resource", payload)
                        .put("Backend", payload)
                        .put("Limit", 1)));
  }

  private static ApiAnswer refusal(String payload) {
    JsonArray errors = new JsonArray();
    for (String field : List.of("name", payload, "parameters." + payload, "labels." + payload)) {
      errors.add(new JsonObject().put("field", field).put("rule", payload));
    }
    return new ApiAnswer(
        422, MultiMap.caseInsensitiveMultiMap(), new JsonObject().put("errors", errors).toBuffer());
  }
}
