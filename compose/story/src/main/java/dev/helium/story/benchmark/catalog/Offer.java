package dev.helium.story.benchmark.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.story.Answer;
import dev.helium.story.StoryClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A backend in its smallest form.
 *
 * @param parameters as JSON; empty for what it has by default
 */
record Offer(String backend, String parameters) {
  private static final String SMALL = "small";

  /** It has no profiles, being small anyway; others without one cannot be made of nothing. */
  private static final String PLAIN = "namespace";

  /** What can be made here without being given anything. */
  static List<Offer> all(StoryClient client) {
    Answer answer = client.backends();
    return StreamSupport.stream(answer.body().path("Backends").spliterator(), false)
        .filter(backend -> isSmall(backend) || name(backend).equals(PLAIN))
        .map(
            backend ->
                new Offer(name(backend), isSmall(backend) ? "{\"profile\":\"" + SMALL + "\"}" : ""))
        .toList();
  }

  /** Asks for a workspace of that name, and returns when it is accepted. */
  void ask(StoryClient client, String workspace) {
    Map<String, String> fields = new HashMap<>(Map.of("name", workspace, "backend", backend));
    if (!parameters.isEmpty()) {
      fields.put("parameters", parameters);
    }
    Answer answer = client.create(fields);
    if (answer.status() != 202) {
      throw new IllegalStateException(
          "%s was answered with %d: %s".formatted(workspace, answer.status(), answer.body()));
    }
  }

  private static boolean isSmall(JsonNode backend) {
    return backend.path("Profiles").has(SMALL);
  }

  private static String name(JsonNode backend) {
    return backend.path("Name").asText();
  }
}
