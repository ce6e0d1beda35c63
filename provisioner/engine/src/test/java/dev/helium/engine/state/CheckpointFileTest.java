package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {
  /** What the command line writes, with fields this engine has no use for. */
  private static final String WRITTEN_ELSEWHERE =
      """
      {"version":3,"checkpoint":{"stack":"organization/test/one","latest":{
        "manifest":{"time":"2026-01-02T03:04:05.123456789+01:00","magic":"m","version":"v3.1.0"},
        "secrets_providers":{"type":"passphrase","state":{"salt":"v1:AAAA:v1:BBBB:CCCC"}},
        "resources":[
          {"urn":"urn:pulumi:one::test::pulumi:pulumi:Stack::test-one","custom":false,
           "type":"pulumi:pulumi:Stack","created":"2026-01-02T03:04:05+01:00"},
          {"urn":"urn:pulumi:one::test::kubernetes:core/v1:ConfigMap::a","custom":true,
           "id":"default/a","type":"kubernetes:core/v1:ConfigMap","protect":true,
           "inputs":{"data":{"n":3}},"hideDiff":["data"],"taint":true,
           "customTimeouts":{"create":90},"dependencies":["urn:x"]}],
        "pending_operations":[
          {"resource":{"urn":"urn:p","custom":true,"type":"kubernetes:core/v1:ConfigMap"},
           "type":"creating"}],
        "metadata":{"integrity_error":{"version":"v"}},"snippets":[]}}}
      """;

  @TempDir Path folder;
  private final DeploymentJson documents =
      new DeploymentJson(new PropertyJson(null, PropertyJson.Secrets.ENCRYPTED), "v1");

  @Test
  void losesNothingThatTheCommandLineWrote() throws Exception {
    // given
    var file = file(WRITTEN_ELSEWHERE);
    var before = new ObjectMapper().readTree(WRITTEN_ELSEWHERE).at("/checkpoint/latest");
    // when
    var deployment = documents.read(file.read().orElseThrow());
    file.write(new StackReference("test", "one"), documents.write(deployment, Instant.EPOCH));
    // then
    var after = new ObjectMapper().readTree(file.path().toFile()).at("/checkpoint/latest");
    assertThat(after.at("/resources/1")).isEqualTo(before.at("/resources/1"));
    assertThat(after.path("pending_operations")).isEqualTo(before.path("pending_operations"));
    assertThat(after.path("metadata")).isEqualTo(before.path("metadata"));
    assertThat(after.path("secrets_providers")).isEqualTo(before.path("secrets_providers"));
    assertThat(deployment.resources().get(1).options().customTimeouts().get("create"))
        .hasSeconds(90);
    assertThat(deployment.resources().getFirst().created())
        .isEqualTo(Instant.parse("2026-01-02T02:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"version\":3,\"checkpoint\":{\"stack\":\"x\",\"latest\":{\"resou",
        "{\"version\":4,\"checkpoint\":{}}",
        "{\"version\":\"three\",\"checkpoint\":{}}",
        "{\"kind\":\"Pod\"}",
        "[]",
        "{\"version\":3,\"checkpoint\":{}} trailing"
      })
  void refusesAForeignFileAndLeavesItAlone(String content) throws Exception {
    // given
    var file = file(content);
    // when
    assertThatThrownBy(file::read)
        // then
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal ->
                assertThat(refusal.failure().failureClass())
                    .isEqualTo(FailureClass.STATE_UNREADABLE))
        .hasMessageContaining(file.path().toString());
    assertThat(Files.readString(file.path())).isEqualTo(content);
  }

  @Test
  void isAbsentWhenThereIsNoFile() {
    // given
    var file = new CheckpointFile(folder.resolve("none.json"));
    // when
    var read = file.read();
    // then
    assertThat(read).isEmpty();
  }

  @Test
  void leavesNoTemporaryFileBehind() throws Exception {
    // given
    var file = new CheckpointFile(folder.resolve("one.json"));
    // when
    file.write(
        new StackReference("test", "one"), documents.write(Deployment.empty(""), Instant.EPOCH));
    // then
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file.path());
    }
  }

  private CheckpointFile file(String content) throws Exception {
    return new CheckpointFile(Files.writeString(folder.resolve("one.json"), content));
  }
}
