package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.JsonText;
import dev.helium.engine.property.PropertyJson;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeploymentRoundTripTest {
  private static final int ROUNDS = 10_000;

  private final DeploymentJson documents =
      new DeploymentJson(
          new PropertyJson(RandomDeployments.REVERSED, PropertyJson.Secrets.ENCRYPTED), "v1");
  private final DeploymentJson shown =
      new DeploymentJson(
          new PropertyJson(RandomDeployments.REVERSED, PropertyJson.Secrets.SHOWN), "v1");

  @Test
  void readsEveryDeploymentAsItWasWrittenAndWritesItWithTheSameBytes() throws Exception {
    // given
    var deployments = new RandomDeployments(20_260_101);
    for (int round = 0; round < ROUNDS; round++) {
      var deployment = deployments.next();
      // when
      var written = JsonText.compact(documents.write(deployment, Instant.EPOCH));
      var read = documents.read(JsonText.read(written));
      // then
      assertThat(read).isEqualTo(deployment);
      assertThat(JsonText.compact(documents.write(read, Instant.EPOCH))).isEqualTo(written);
    }
  }

  @Test
  void readsWhatIsWrittenWithSecretsInClear() throws Exception {
    // given
    var deployments = new RandomDeployments(7);
    for (int round = 0; round < 1_000; round++) {
      var deployment = deployments.next();
      // when
      ObjectNode written = shown.write(deployment, Instant.EPOCH);
      // then
      assertThat(documents.read(JsonText.read(JsonText.compact(written)))).isEqualTo(deployment);
    }
  }

  @Test
  void writesOnlyWhatTheDocumentBeforeDidNotHaveAndTheSameBytesAsAnew() throws Exception {
    // given
    var deployments = new RandomDeployments(2_603);
    for (int round = 0; round < 1_000; round++) {
      var before = deployments.next();
      var added = deployments.next();
      var after =
          new Deployment(
              Stream.concat(before.resources().stream(), added.resources().stream()).toList(),
              added.pending(),
              before.salt(),
              before.rest());
      var written = new WrittenResources();
      var first = documents.write(before, Instant.EPOCH, written);
      var text = JsonText.compact(first);
      // when
      var second = documents.write(after, Instant.EPOCH, written);
      // then
      var anew = documents.write(after, Instant.EPOCH);
      assertThat(JsonText.compact(second)).isEqualTo(JsonText.compact(anew));
      assertThat(JsonText.indented(second, 2)).isEqualTo(JsonText.indented(anew, 2));
      assertThat(DocumentVersion.of(second))
          .isEqualTo(DocumentVersion.of(JsonText.read(JsonText.compact(anew))));
      for (int index = 0; index < before.resources().size(); index++) {
        assertThat(second.path("resources").get(index))
            .isSameAs(first.path("resources").get(index));
      }
      // and what one wrote, the other did not alter
      assertThat(JsonText.compact(first)).isEqualTo(text);
    }
  }
}
