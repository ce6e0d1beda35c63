package dev.helium.pages.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.create.CannedBackends;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves the pages at the port that is its argument, to whoever the second one names. The third may
 * be a file with what {@code GET /v1/api/backends} answers. A line such as {@code demo-104 ready}
 * on its input changes a workspace and tells every page.
 */
public final class Preview {
  private static final List<String> STATUSES =
      List.of("ready", "ready", "creating", "ready", "failed", "ready", "not-ready", "deleting");
  private static final List<String> NAMES =
      List.of("checkout", "search", "billing", "etl-nightly", "demo", "notebooks", "perf", "pr");

  private Preview() {}

  /** Ends with its input. */
  public static void main(String[] arguments) throws IOException {
    List<JsonObject> fleet = fleet();
    JsonObject catalog = arguments.length > 2 ? read(arguments[2]) : CannedBackends.all();
    CannedApi api =
        new CannedApi()
            .answer("GET /v1/api/workspaces", call -> list(call, fleet))
            .answer("GET /v1/api/workspace/", call -> one(call, fleet))
            .answer("GET /v1/api/backends", call -> backends(call, catalog))
            .answer("GET /v1/api/quotas", CannedBackends.quotas())
            .answer("GET /v1/api/expiries", call -> expiries(fleet));
    FollowPreview.addTo(api);
    PreviewFleet.add(api);
    PageServer server = new PageServer(api, Integer.parseInt(arguments[0]));
    server.look(person(arguments.length > 1 ? arguments[1] : ""));
    System.out.println(server.address());
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      change(fleet, line.split(" ", -1));
      server.tell("dev.helium.workspace.readiness-changed.v1");
    }
  }

  private static void change(List<JsonObject> fleet, String... words) {
    fleet.stream()
        .filter(each -> each.getString("ID").equals(words[0]))
        .forEach(each -> each.put("Status", words[words.length - 1]).put("Message", ""));
  }

  private static Person person(String role) {
    return switch (role) {
      case "operator" -> Person.OPAL;
      case "admin" -> Person.ADAM;
      default -> Person.ADA;
    };
  }

  private static List<JsonObject> fleet() {
    List<JsonObject> fleet = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String status = STATUSES.get(i % STATUSES.size());
      String owner = i % 3 == 2 ? "grace@example.com" : Person.ADA.name();
      Instant expiry = Canned.NOW.plus(Duration.ofHours(5L + i * 7L));
      JsonObject workspace =
          Canned.workspace(NAMES.get(i % NAMES.size()) + "-" + (100 + i), status, owner)
              .put("Expiry", expiry.toString())
              .put("Backend", i % 2 == 0 ? "pachyderm" : "namespace");
      if (i % 4 == 1) {
        workspace.put("Labels", new JsonObject().put("team", "data").put("ticket", "DATA-" + i));
      }
      if (i % 5 == 0) {
        workspace.put(
            "Protection",
            new JsonObject()
                .put("Until", expiry.plus(Duration.ofDays(2)).toString())
                .put("By", owner)
                .put("Why", "demo for the board"));
      }
      describe(workspace, status);
      fleet.add(workspace);
    }
    return fleet;
  }

  private static void describe(JsonObject workspace, String status) {
    switch (status) {
      case "creating" ->
          workspace.put(
              "Progress",
              new JsonObject().put("Ready", 3).put("Wanted", 7).put("Slowest", "Deployment/pachd"));
      case "failed" ->
          workspace.put(
              "Message",
              "The image registry.example.com/pachyderm/pachd:2.12.99 cannot be pulled: not found.");
      case "not-ready" ->
          workspace.put(
              "Message", "Deployment/console: 1 of 2 pods is ready, one was out of memory.");
      case "ready" ->
          workspace.put(
              "Connections",
              new JsonArray()
                  .add(Canned.link("console", "https://console.example.com/"))
                  .add(Canned.link("notebooks", "https://notebooks.example.com/")));
      default -> {
        // Nothing more to say.
      }
    }
  }

  private static ApiAnswer list(ApiCall call, List<JsonObject> fleet) {
    List<JsonObject> found =
        fleet.stream()
            .filter(each -> !call.uri().contains("owner=ada") || isAdas(each))
            .filter(
                each ->
                    !call.uri().contains("status=")
                        || call.uri().contains("status=" + each.getString("Status")))
            .toList();
    int limit = call.uri().contains("limit=1") ? 1 : call.uri().contains("limit=6") ? 6 : 50;
    JsonObject page = Canned.page(found.subList(0, Math.min(limit, found.size())), found.size());
    if (found.size() > limit) {
      page.put("Next", "/v1/api/workspaces?cursor=abc");
    }
    return CannedApi.good(page);
  }

  private static boolean isAdas(JsonObject workspace) {
    return workspace.getString("CreatedBy").equals(Person.ADA.name());
  }

  private static JsonObject read(String file) {
    try {
      return new JsonObject(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ApiAnswer backends(ApiCall call, JsonObject catalog) {
    String name = call.uri().substring("/v1/api/backends".length()).replaceFirst("^/", "");
    if (name.isEmpty()) {
      return CannedApi.good(catalog);
    }
    return catalog.getJsonArray("Backends").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("Name").equals(name))
        .findFirst()
        .map(each -> CannedApi.good(CannedBackends.one(each)))
        .orElseGet(() -> CannedApi.problem(404, "There is no backend of that name."));
  }

  private static ApiAnswer one(ApiCall call, List<JsonObject> fleet) {
    String id = call.uri().substring("/v1/api/workspace/".length());
    return fleet.stream()
        .filter(each -> each.getString("ID").equals(id))
        .findFirst()
        .map(each -> CannedApi.good(new JsonObject().put("Workspace", each)))
        .orElseGet(() -> CannedApi.problem(404, "There is no workspace " + id + "."));
  }

  private static ApiAnswer expiries(List<JsonObject> fleet) {
    JsonArray expiries = new JsonArray();
    fleet.forEach(
        each ->
            expiries.add(
                Canned.expiry(
                        each.getString("ID"),
                        each.getString("Expiry"),
                        "to-come",
                        each.getString("CreatedBy"))
                    .put("Status", each.getString("Status"))));
    return CannedApi.good(
        new JsonObject()
            .put("Expiries", expiries)
            .put("Count", fleet.size())
            .put("AsOf", Canned.NOW.toString()));
  }
}
