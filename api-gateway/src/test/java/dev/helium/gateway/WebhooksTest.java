package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class WebhooksTest {
  /** Of one owner. */
  static final int MOST_EACH = 4;

  private static final String WEBHOOKS = "/v1/api/webhooks";
  private static final String URL = "http://127.0.0.1:1025/helium?key=abc";

  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    client = shared.client;
    await().until(() -> client.get(WEBHOOKS).statusCode() == 200);
  }

  @Test
  void aWebhookIsMadeShownChangedAndDeleted() {
    // given, when
    HttpResponse<String> made =
        as(
            "ann",
            "POST",
            WEBHOOKS,
            new JsonObject()
                .put("url", URL)
                .put("description", "for the wall")
                .put("workspaces", "one-one, two-two")
                .put("types", "dev.helium.workspace.deleted.v1,dev.helium.workspace.ex*")
                .put("owner", "ann")
                .put("backend", "namespace")
                .put("labels", "team=blue, tier")
                .put("paused", true));
    // then
    assertThat(made.statusCode()).isEqualTo(201);
    JsonObject webhook = json(made).getJsonObject("Webhook");
    String path = WEBHOOKS + "/" + webhook.getString("ID");
    assertThat(made.headers().firstValue("location")).contains(path);
    assertThat(json(made).getString("Secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(webhook.getString("State")).isEqualTo("paused");
    assertThat(webhook.getString("Owner")).isEqualTo("ann");
    assertThat(webhook.getJsonObject("Filter"))
        .isEqualTo(
            new JsonObject()
                .put("Workspaces", new JsonArray().add("one-one").add("two-two"))
                .put("Owner", "ann")
                .put("Backend", "namespace")
                .put(
                    "Types",
                    new JsonArray()
                        .add("dev.helium.workspace.deleted.v1")
                        .add("dev.helium.workspace.ex*"))
                .put("Labels", new JsonArray().add("team=blue").add("tier")));
    // and it is there at once, and its secret is not told again
    assertThat(json(as("ann", "GET", path)).getJsonObject("Webhook")).isEqualTo(webhook);
    assertThat(as("ann", "GET", path).body() + as("ann", "GET", WEBHOOKS).body())
        .doesNotContain("whsec_");
    // when
    HttpResponse<String> changed =
        as("ann", "PATCH", path, new JsonObject().put("paused", false).put("types", ""));
    // then
    JsonObject now = json(changed).getJsonObject("Webhook");
    assertThat(now.getString("State")).isEqualTo("active");
    assertThat(now.getJsonObject("Filter").getJsonArray("Types")).isEmpty();
    assertThat(now.getJsonObject("Filter").getJsonArray("Workspaces")).hasSize(2);
    assertThat(now.getString("URL")).isEqualTo(URL);
    // when
    assertThat(as("ann", "DELETE", path).statusCode()).isEqualTo(200);
    // then
    assertThat(as("ann", "GET", path).statusCode()).isEqualTo(404);
    assertThat(as("ann", "DELETE", path).statusCode()).isEqualTo(404);
    assertThat(json(as("ann", "GET", WEBHOOKS)).getJsonArray("Webhooks")).isEmpty();
  }

  @Test
  void everyBrokenRuleIsNamed() {
    assertThat(
            errors(
                as(
                    "ben",
                    "POST",
                    WEBHOOKS,
                    new JsonObject()
                        .put("url", "https://user@hooks.example.com/")
                        .put("description", "x".repeat(501))
                        .put("workspaces", "one-one,-")
                        .put("types", "dev.helium.*.deleted")
                        .put("labels", "-team=blue")
                        .put("paused", "maybe")
                        .put("typs", "x")
                        .put("owner", 7))))
        .containsExactlyInAnyOrder(
            "url: must be a URL such as https://hooks.example.com/helium of at most 2000 visible"
                + " ASCII characters, without a user and a fragment",
            "description: must have at most 500 characters",
            "workspaces: must be names of workspaces, 50 at most, separated by commas",
            "types: must be types such as dev.helium.workspace.deleted.v1, or beginnings of them"
                + " with a * at the end, 50 at most, separated by commas",
            "labels: must be labels such as team=blue, or their names, 32 at most, separated by"
                + " commas",
            "paused: must be true or false",
            "typs: is not a field; did you mean \"types\"?",
            "owner: must be text");
    assertThat(errors(as("ben", "POST", WEBHOOKS, new JsonObject())))
        .containsExactly("url: must be given");
    assertThat(client.post(WEBHOOKS, "text/plain", "x").statusCode()).isEqualTo(415);
    assertThat(errors(client.post(WEBHOOKS, FORM, "url="))).containsExactly("url: must be given");
  }

  @Test
  void whatLeadsInsideIsRefusedWhenItIsMadeAndWhenItIsChanged() {
    // given
    String path = path(as("cid", "POST", WEBHOOKS, new JsonObject().put("url", URL)));
    for (String url :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/",
            "https://[::1]:8443/",
            "https://[::ffff:10.0.0.1]/",
            "https://127.0.0.2/",
            "https://localhost.localdomain.invalid/")) {
      JsonObject request = new JsonObject().put("url", url);
      // when, then
      assertThat(errors(as("cid", "POST", WEBHOOKS, request))).as(url).hasSize(1);
      assertThat(errors(as("cid", "PATCH", path, request)))
          .as(url)
          .allMatch(error -> error.startsWith("url: "))
          .noneMatch(error -> error.contains("169.254") || error.contains("10.0"));
    }
    assertThat(errors(as("cid", "POST", WEBHOOKS, new JsonObject().put("url", "http://8.8.8.8/"))))
        .containsExactly("url: must begin with https, unless its host is allowed inside");
    as("cid", "DELETE", path);
  }

  @Test
  void usersHaveTheirOwnAndAdminsSeeAndChangeAll() {
    // given
    String path = path(as("dora", "POST", WEBHOOKS, new JsonObject().put("url", URL)));
    // then another user sees nothing of it
    for (String method : List.of("GET", "DELETE")) {
      assertThat(as("eve", method, path).statusCode()).as(method).isEqualTo(404);
    }
    for (String more : List.of("/test", "/resume", "/rotate-secret", "/redeliver?workspace=one")) {
      assertThat(as("eve", "POST", path + more).statusCode()).as(more).isEqualTo(404);
    }
    assertThat(as("eve", "GET", path + "/deliveries").statusCode()).isEqualTo(404);
    assertThat(as("eve", "GET", WEBHOOKS).body()).doesNotContain("dora");
    // and whoever has the admin's token all of it
    assertThat(json(client.get(path)).getJsonObject("Webhook").getString("URL")).isEqualTo(URL);
    assertThat(client.get(WEBHOOKS).body()).contains("dora");
    assertThat(client.delete(path).statusCode()).isEqualTo(200);
    assertThat(client.send(client.bare(WEBHOOKS).GET()).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyHasMoreThanTheyMay() {
    // given
    JsonObject request = new JsonObject().put("url", URL).put("paused", true);
    for (int count = 0; count < MOST_EACH; count++) {
      assertThat(as("finn", "POST", WEBHOOKS, request).statusCode()).isEqualTo(201);
    }
    // when
    HttpResponse<String> refused = as("finn", "POST", WEBHOOKS, request);
    // then
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).getString("detail"))
        .isEqualTo("You have 4 webhooks, which is the most. Delete one first.");
    assertThat(as("gwen", "POST", WEBHOOKS, request).statusCode()).isEqualTo(201);
  }

  @Test
  void questionsAboutThePastAreChecked() {
    // given
    JsonObject request = new JsonObject().put("url", URL).put("paused", true);
    String path = path(as("hal", "POST", WEBHOOKS, request));
    // then
    assertThat(errors(as("hal", "POST", path + "/redeliver")))
        .containsExactly("from: must be given, or workspace, and not both");
    assertThat(
            errors(as("hal", "POST", path + "/redeliver?workspace=one-one&from=" + Instant.EPOCH)))
        .containsExactly("from: must be given, or workspace, and not both");
    assertThat(errors(as("hal", "POST", path + "/redeliver?workspace=-&first=3&last=2&until=x")))
        .containsExactlyInAnyOrder(
            "until: must be an instant such as 2026-02-22T15:04:05Z",
            "first: must not lie above last",
            "workspace: must have 3 to 63 characters a-z, 0-9 or '-', and begin and end with a"
                + " letter or digit");
    assertThat(errors(as("hal", "POST", path + "/redeliver?from=2999-01-01T00:00:00Z")))
        .containsExactly("from: must lie before until");
    assertThat(errors(as("hal", "POST", path + "/redeliver?workspace=one-one&first=0")))
        .containsExactly("first: must be a whole number from 1");
    assertThat(errors(as("hal", "POST", path + "/rotate-secret?overlap=P8D")))
        .containsExactly("overlap: must be a duration such as PT24H, at most PT168H");
    assertThat(errors(as("hal", "POST", path + "/resume?skip=perhaps")))
        .containsExactly("skip: must be true or false");
    assertThat(
            json(as("hal", "POST", path + "/redeliver?workspace=never-made")).getInteger("Events"))
        .isZero();
  }

  static String path(HttpResponse<String> made) {
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return WEBHOOKS + "/" + json(made).getJsonObject("Webhook").getString("ID");
  }

  private static HttpResponse<String> as(String name, String method, String path) {
    return client.send(
        client.request(path).header("gap-auth", name).method(method, BodyPublishers.noBody()));
  }

  private static HttpResponse<String> as(
      String name, String method, String path, JsonObject request) {
    return client.send(
        client
            .request(path)
            .header("gap-auth", name)
            .header("content-type", JSON)
            .method(method, BodyPublishers.ofString(request.encode())));
  }
}
