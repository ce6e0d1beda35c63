package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.stub.TypedCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditCommandTest {
  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void showsWhoAskedForWhatAndWhatCameOfIt() {
    // given
    typed
        .api()
        .on(
            "GET /v1/api/audit",
            200,
            """
            {"Audit":[{"ID":"2","At":"2026-03-04T05:00:00.123Z","Who":"ada","Role":"user",
              "Means":"token","Credential":"ci","Operation":"deleteWorkspace","Workspace":"one",
              "Command":"","Status":403,"Problem":"urn:helium:problem:forbidden",
              "Address":"10.0.0.1"}],
             "Next":"/v1/api/audit?after=2"}
            """)
        .on(
            "GET /v1/api/audit",
            200,
            """
            {"Audit":[{"ID":"1","At":"2026-03-04T04:00:00Z","Who":"ada","Role":"user",
              "Means":"token","Credential":"ci","Operation":"createWorkspace","Workspace":"",
              "Command":"c-1","Status":202,"Problem":"","Address":"10.0.0.1"}]}
            """);

    // when
    int code = typed.run("audit", "--who", "ada lovelace", "--workspace", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.api().asked().getFirst().request())
        .isEqualTo("GET /v1/api/audit?limit=100&who=ada%20lovelace&workspace=one");
    assertThat(typed.output().lines())
        .containsExactly(
            "WHEN                  WHO  ROLE  WHAT             WORKSPACE  OUTCOME        FROM",
            "2026-03-04T05:00:00Z  ada  user  deleteWorkspace  one        403 forbidden  10.0.0.1",
            "2026-03-04T04:00:00Z  ada  user  createWorkspace  -          202            10.0.0.1");
  }

  @Test
  void saysThatThereIsNothing() {
    // given
    typed.api().on("GET /v1/api/audit", 200, "{\"Audit\":[]}");

    // when, then
    assertThat(typed.run("audit")).isZero();
    assertThat(typed.output()).contains("There is nothing of that kind.");
    assertThat(typed.run("audit", "--most", "0")).isEqualTo(2);
  }
}
