package dev.helium.story.benchmark.deletion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.story.EventHistory;
import dev.helium.story.benchmark.PlainObject;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A workspace that Helium made: what log, state and cluster say of it, to be said of another one.
 *
 * @param name by which all three know it; no part of any other word that they say
 * @param state of the provisioner, with a stack of that name
 * @param files below it that are the stack's, and what is in them
 * @param objects in the order in which they were made
 * @param events all of them
 */
record Model(
    String name,
    Path state,
    Map<Path, String> files,
    List<Standing> objects,
    List<EventRecord> events) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EventCodec CODEC = new EventCodec();
  private static final String STACKS = "state/.pulumi/stacks/helium";
  private static final String OBJECT = "kubernetes:";

  /** An object that stands in the cluster, as it could be created again. */
  record Standing(String uid, String json) {}

  Model {
    files = Map.copyOf(files);
    objects = List.copyOf(objects);
    events = List.copyOf(events);
  }

  /** Of a workspace on which nobody works any more. */
  static Model of(String name, Path state, KubernetesClient cluster, String bootstrap)
      throws IOException {
    return new Model(
        name,
        state,
        files(name, state),
        objects(Files.readString(state.resolve(STACKS).resolve(name + ".json")), cluster),
        EventHistory.read(bootstrap).records().stream()
            .filter(record -> record.workspace().value().equals(name))
            .toList());
  }

  /** Makes the objects of another workspace; returns which uid each has instead. */
  Map<String, String> standAs(String other, KubernetesClient cluster) {
    Map<String, String> uids = new HashMap<>();
    for (Standing standing : objects) {
      GenericKubernetesResource made =
          cluster.resource(parsed(cluster, standing.json().replace(name, other))).create();
      uids.put(standing.uid(), made.getMetadata().getUid());
    }
    return uids;
  }

  /** Writes the stack of another workspace, with what was made for it. */
  void writeAs(String other, Map<String, String> uids) throws IOException {
    for (Map.Entry<Path, String> file : files.entrySet()) {
      String content = file.getValue().replace(name, other);
      for (Map.Entry<String, String> uid : uids.entrySet()) {
        content = content.replace(uid.getKey(), uid.getValue());
      }
      Path copy = state.resolve(file.getKey().toString().replace(name, other));
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, content);
    }
  }

  /** What a source would have said of another workspace. */
  List<EventRecord> saidOf(String other, Source source) {
    return events.stream()
        .filter(record -> record.source() == source)
        .map(record -> saidOf(other, record))
        .toList();
  }

  private EventRecord saidOf(String other, EventRecord record) {
    Encoded encoded = CODEC.encode(record);
    Map<String, String> headers = new HashMap<>(encoded.headers());
    headers.replaceAll((header, value) -> value.replace(name, other));
    String body = new String(encoded.body(), StandardCharsets.UTF_8).replace(name, other);
    return CODEC.decode(new Encoded(headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<Path, String> files(String name, Path state) throws IOException {
    Map<Path, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(state.resolve("state"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (state.relativize(file).toString().contains(name)) {
          files.put(state.relativize(file), Files.readString(file));
        }
      }
    }
    return files;
  }

  private static List<Standing> objects(String stack, KubernetesClient cluster) throws IOException {
    List<Standing> objects = new ArrayList<>();
    for (JsonNode resource : JSON.readTree(stack).at("/checkpoint/latest/resources")) {
      if (resource.path("type").asText().startsWith(OBJECT)) {
        ObjectNode live = JSON.valueToTree(live(cluster, resource));
        objects.add(
            new Standing(
                live.path("metadata").path("uid").asText(), PlainObject.marked(live).toString()));
      }
    }
    return objects;
  }

  private static GenericKubernetesResource live(KubernetesClient cluster, JsonNode resource) {
    GenericKubernetesResource live =
        cluster.resource(parsed(cluster, resource.path("outputs"))).get();
    if (live == null) {
      throw new IllegalStateException(
          "what the model is made of is not in the cluster: " + resource.path("urn").asText());
    }
    return live;
  }

  private static GenericKubernetesResource parsed(KubernetesClient cluster, Object json) {
    return cluster
        .getKubernetesSerialization()
        .unmarshal(json.toString(), GenericKubernetesResource.class);
  }
}
