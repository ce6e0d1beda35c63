package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.stub.TypedCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With {@code --output json}: the server's documents, and nothing else. */
class OutputForProgramsTest {
  private static final String ONE = "/v1/api/workspace/one";
  private static final String SUBMITTED = "{\"ID\":\"one\",\"Status\":\"ready\"}";

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void whatIsShownIsWhatTheServerAnswered() throws IOException {
    shows("GET " + ONE, "{\"Workspace\":{\"ID\":\"one\",\"Extra\":[1]}}", "get", "one");
    shows("GET " + ONE + "/why", "{\"Why\":{\"State\":\"ready\"}}", "why", "one");
    shows("GET " + ONE + "/timeline", "{\"Timeline\":{\"ID\":\"one\"}}", "timeline", "one");
    shows("GET " + ONE + "/receipt", "{\"Receipt\":{\"ID\":\"one\"}}", "receipt", "one");
    shows("GET /v1/api/workspaces", "{\"Workspaces\":[],\"Count\":0}", "list");
    shows("GET /v1/api/expiries", "{\"Expiries\":[],\"Count\":0}", "expiries");
    shows("GET /v1/api/orphans", "{\"Orphans\":[]}", "orphans");
    shows("GET /v1/api/quotas", "{\"Owner\":\"ann\",\"Quotas\":[]}", "quotas");
    shows("GET /v1/api/audit", "{\"Audit\":[]}", "audit");
    shows("GET /v1/api/backends", "{\"Backends\":[]}", "backends");
    shows("GET /v1/api/webhooks", "{\"Webhooks\":[]}", "webhooks");
    shows("GET /v1/api/webhooks/x", "{\"Webhook\":{\"ID\":\"x\"}}", "webhooks", "show", "x");
    shows(
        "GET /v1/api/webhooks/x/deliveries", "{\"Deliveries\":[]}", "webhooks", "deliveries", "x");
  }

  @Test
  void whatIsChangedIsToldAsTheServerAnswered() throws IOException {
    shows("POST /v1/api/workspace", SUBMITTED, "create", "one");
    shows("DELETE " + ONE, SUBMITTED, "delete", "one");
    shows("POST " + ONE + "/extend", SUBMITTED, "extend", "one", "2030-01-01");
    shows("POST " + ONE + "/shorten", SUBMITTED, "shorten", "one", "2030-01-01");
    shows("POST " + ONE + "/protect", SUBMITTED, "protect", "one", "--why", "x");
    shows("POST " + ONE + "/unprotect", SUBMITTED, "unprotect", "one");
    shows("POST " + ONE + "/revive", SUBMITTED, "revive", "one");
    shows("POST " + ONE + "/retry", SUBMITTED, "retry", "one");
    shows("POST " + ONE + "/cancel", SUBMITTED, "cancel", "one");
    shows("DELETE /v1/api/webhooks/x", "{\"ID\":\"x\"}", "webhooks", "delete", "x");
  }

  @Test
  void anOptionBeforeTheCommandAVariableAndAFileDoAsWell() throws IOException {
    // given
    typed.api().on("GET /v1/api/orphans", 200, "{\"Orphans\":[]}");

    // when, then
    typed.run("-o", "json", "orphans");
    assertThat(tree(typed.output())).isEqualTo(tree("{\"Orphans\":[]}"));
    typed.forget();
    typed.with("HELIUM_OUTPUT", "json").run("orphans");
    assertThat(tree(typed.output())).isEqualTo(tree("{\"Orphans\":[]}"));
    typed.forget();
    typed.run("orphans", "--output", "table");
    assertThat(typed.output()).contains("Nothing has been compared yet");
  }

  @Test
  void eventsAreOneOnEachLine() {
    // given
    typed
        .api()
        .on("GET " + ONE + "/events", 200, "{\"Events\":[{\"sequence\":1},{\"sequence\":2}]}");

    // when
    typed.run("events", "one", "-o", "json");

    // then
    assertThat(typed.output().lines()).containsExactly("{\"sequence\":1}", "{\"sequence\":2}");
  }

  @Test
  void changesThatAreWatchedAreOneOnEachLine() {
    // given
    typed
        .api()
        .on("GET " + ONE, 200, "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"creating\"}}")
        .on("GET " + ONE, 200, "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"deleting\"}}")
        .on("GET " + ONE, 404, "{}");

    // when
    int code = typed.run("watch", "one", "-o", "json");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"creating\"}}",
            "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"deleting\"}}");
  }

  @Test
  void aRefusalIsTheServersProblemOnTheOtherStream() throws IOException {
    // given
    String problem =
        "{\"type\":\"urn:helium:problem:unknown\",\"title\":\"There is no such thing\","
            + "\"status\":404,\"detail\":\"There is no workspace of that name.\"}";
    typed.api().on("GET " + ONE, 404, problem);

    // when
    int code = typed.run("get", "one", "-o", "json");

    // then
    assertThat(code).isEqualTo(4);
    assertThat(typed.output()).isEmpty();
    assertThat(tree(typed.errors())).isEqualTo(tree(problem));
  }

  @Test
  void whatGoesWrongHereIsAProblemToo() throws IOException {
    // given
    typed.api().close();

    // when, then
    assertThat(typed.run("list", "-o", "json")).isEqualTo(3);
    assertThat(problem()).isEqualTo("urn:helium:command:unreachable");
    assertThat(typed.run("list", "-o", "json", "--nonsense")).isEqualTo(2);
    assertThat(problem()).isEqualTo("urn:helium:command:wrong-usage");
    assertThat(typed.run("list", "-o", "json", "--token-file", "none")).isEqualTo(2);
    assertThat(problem()).isEqualTo("urn:helium:command:wrong-usage");
    assertThat(typed.run("dead-letters", "-o", "json")).isEqualTo(3);
    assertThat(problem()).isEqualTo("urn:helium:command:unreachable");
    assertThat(typed.output()).isEmpty();
  }

  @Test
  void aWrongFormatIsSaidInWords() {
    assertThat(typed.run("list", "-o", "xml")).isEqualTo(2);
    assertThat(typed.errors()).contains("must be table or json, and not 'xml'");
    typed.forget();
    assertThat(typed.with("HELIUM_OUTPUT", "xml").run("list")).isEqualTo(2);
    assertThat(typed.errors())
        .isEqualTo("HELIUM_OUTPUT: the output must be table or json, and not xml.");
  }

  @Test
  void whatIsFoundHereHasNamesOfTheSameKind() throws IOException {
    // when, then
    assertThat(typed.run("status", "-o", "json")).isEqualTo(1);
    assertThat(tree(typed.output())).isEqualTo(tree("{\"Healthy\":false,\"Processes\":[]}"));
    typed.forget();
    typed.at(InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
    assertThat(typed.run("token", "ada", "--role", "user", "--id", "ci", "-o", "json")).isZero();
    JsonNode token = tree(typed.output());
    assertThat(token.path("Token").asText()).startsWith("helium_");
    assertThat(token.path("ID").asText()).isEqualTo("ci");
    assertThat(token.path("Expires").asText()).isEqualTo("2026-05-30T10:00:00Z");
    assertThat(typed.errors()).isEmpty();
    assertThat(Files.readString(typed.home().resolve("tokens.json")))
        .doesNotContain(token.path("Token").asText());
  }

  @Test
  void commandsThatShowNothingTakeNoFormat() {
    for (String silent : List.of("up", "down", "logs", "cluster-binaries", "completion")) {
      assertThat(typed.run(silent, "-o", "json")).describedAs(silent).isEqualTo(2);
      assertThat(typed.run(silent, "--server", "x")).describedAs(silent).isEqualTo(2);
    }
    for (String here : List.of("status", "dead-letters", "policy-test", "token")) {
      assertThat(typed.run(here, "--server", "x")).describedAs(here).isEqualTo(2);
    }
    assertThat(typed.run("dead-letters", "show", "1", "--server", "x")).isEqualTo(2);
  }

  private void shows(String request, String answer, String... arguments) throws IOException {
    typed.api().on(request, 200, answer);
    typed.forget();
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "-o";
    all[arguments.length + 1] = "json";
    assertThat(typed.run(all)).describedAs(request).isZero();
    assertThat(tree(typed.output())).isEqualTo(tree(answer));
    assertThat(typed.errors()).isEmpty();
  }

  private String problem() throws IOException {
    String type = tree(typed.errors()).path("type").asText();
    typed.forget();
    return type;
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}
