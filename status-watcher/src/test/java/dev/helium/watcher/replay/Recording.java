package dev.helium.watcher.replay;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the watches of a workspace's objects delivered from its beginning on, in the order in which
 * it happened, and what a list said at the end.
 */
record Recording(List<Seen> events, List<HasMetadata> end) {
  /** Every one there is. */
  static final List<String> NAMES =
      List.of(
          "creation",
          "rollout",
          "image-pull",
          "crash-loop",
          "node-loss",
          "job",
          "scaling",
          "deletion");

  Recording {
    events = List.copyOf(events);
    end = List.copyOf(end);
  }

  static Recording read(String name) {
    List<String> lines = lines(name + ".jsonl");
    return new Recording(
        lines.subList(0, lines.size() - 1).stream().map(Recording::seen).toList(),
        Serialization.unmarshal(lines.getLast(), KubernetesList.class).getItems());
  }

  private static Seen seen(String line) {
    WatchEvent event = Serialization.unmarshal(line, WatchEvent.class);
    return new Seen((HasMetadata) event.getObject(), event.getType().equals("DELETED"));
  }

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Recording.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
