package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.stub.TypedCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackendsCommandTest {
  private static final String NAMESPACE =
      """
      {"Name":"namespace","Summary":"A namespace with quota, limits and closed doors, and a small web workload in it.",
       "Defaults":{"replicas":1},
       "Outputs":{"K8sNamespace":"The namespace, which has the name of the workspace."},
       "Parameters":{"type":"object","required":["cpu"],"properties":{
        "replicas":{"type":"integer","minimum":0,"maximum":20,"default":1,
         "description":"Pods of the web workload."},
        "cpu":{"type":"string","description":"CPU of each pod, such as 100m\\u001b[2J."},
        "environment":{"type":"object","description":"Variables."}}}}
      """;

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void listsWhatThereIs() {
    // given
    typed.api().on("GET /v1/api/backends", 200, "{\"Backends\":[" + NAMESPACE + "]}");

    // when
    int code = typed.run("backends");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "NAME       WHAT IT MAKES",
            "namespace  A namespace with quota, limits and closed doors, and a small web workload"
                + " in it.",
            "",
            "./helium backends NAME says what one takes.");
  }

  @Test
  void showsWhatOneTakesAndGivesAndHowToAskForIt() {
    // given
    typed.api().on("GET /v1/api/backends/namespace", 200, "{\"Backend\":" + NAMESPACE + "}");

    // when
    int code = typed.run("backends", "namespace");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "namespace",
            "A namespace with quota, limits and closed doors, and a small web workload in it.",
            "",
            "Values, with --set or in a file with --values",
            "  replicas          whole number from 0 to 20; 1 unless given",
            "                    Pods of the web workload.",
            "  cpu               text, must be given",
            "                    CPU of each pod, such as 100m\\u{1b}[2J.",
            "  environment.NAME  map",
            "                    Variables.",
            "",
            "What comes out, as ./helium get shows it",
            "  K8sNamespace  The namespace, which has the name of the workspace.",
            "",
            "For example",
            "  ./helium create --backend namespace --set replicas=1 --wait");
  }

  @Test
  void saysWhichOneMayHaveBeenMeant() {
    // given
    typed
        .api()
        .on(
            "GET /v1/api/backends/namespcae",
            404,
            """
            {"title":"There is no such thing","status":404,
             "detail":"There is no backend of that name; did you mean \\"namespace\\"?"}
            """);

    // when
    int code = typed.run("backends", "namespcae");

    // then
    assertThat(code).isEqualTo(4);
    assertThat(typed.errors())
        .isEqualTo("There is no backend of that name; did you mean \"namespace\"?");
  }
}
