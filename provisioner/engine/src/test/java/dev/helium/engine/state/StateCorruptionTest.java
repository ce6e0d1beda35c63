package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.JsonText;
import dev.helium.engine.property.PropertyJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCorruptionTest {
  private static final int ROUNDS = 2_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @TempDir Path folder;

  private final DeploymentJson documents =
      new DeploymentJson(
          new PropertyJson(RandomDeployments.REVERSED, PropertyJson.Secrets.ENCRYPTED), "v1");
  private final Random random = new Random(4711);

  @Test
  void readsACorruptFileWithoutLossOrRefusesItByItsPathAndLeavesItAlone() throws Exception {
    // given
    var deployments = new RandomDeployments(99);
    var path = folder.resolve("one.json");
    var file = new CheckpointFile(path);
    var refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      file.write(
          new StackReference("test", "one"), documents.write(deployments.next(), Instant.EPOCH));
      var corrupt = corrupted(Files.readAllBytes(path));
      Files.write(path, corrupt);
      try {
        // when
        var document = file.read().orElseThrow();
        var read = file.understand(document, documents::read);
        // then
        var written = JsonText.compact(documents.write(read, Instant.EPOCH));
        assertThat(documents.read(JsonText.read(written))).isEqualTo(withMetadata(read));
      } catch (EngineException refusal) {
        refused++;
        assertThat(refusal.failure().failureClass()).isEqualTo(FailureClass.STATE_UNREADABLE);
        assertThat(refusal).hasMessageContaining(path.toString());
      }
      assertThat(Files.readAllBytes(path)).isEqualTo(corrupt);
    }
    assertThat(refused).isGreaterThan(ROUNDS / 2);
  }

  /** Every document gets metadata when it is written. */
  private static Deployment withMetadata(Deployment deployment) {
    var rest = deployment.rest();
    if (!rest.has("metadata")) {
      rest.putObject("metadata");
    }
    return new Deployment(deployment.resources(), deployment.pending(), deployment.salt(), rest);
  }

  private byte[] corrupted(byte[] content) throws Exception {
    return switch (random.nextInt(3)) {
      case 0 -> Arrays.copyOf(content, random.nextInt(content.length));
      case 1 -> {
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        yield content;
      }
      default -> retyped(content);
    };
  }

  private byte[] retyped(byte[] content) throws Exception {
    var document = JsonText.read(content);
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    var container = containers.get(random.nextInt(containers.size()));
    switch (container) {
      case ObjectNode object -> {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        object.set(names.get(random.nextInt(names.size())), other());
      }
      case ArrayNode array -> array.set(random.nextInt(array.size()), other());
      default -> throw new IllegalStateException("not a container");
    }
    return JsonText.compact(document);
  }

  private JsonNode other() {
    return switch (random.nextInt(6)) {
      case 0 -> NODES.numberNode(random.nextInt());
      case 1 -> NODES.textNode("other");
      case 2 -> NODES.booleanNode(random.nextBoolean());
      case 3 -> NODES.arrayNode().add(1);
      case 4 -> NODES.objectNode().put("a", 1);
      default -> NODES.nullNode();
    };
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
      node.forEach(element -> collect(element, containers));
    }
  }
}
