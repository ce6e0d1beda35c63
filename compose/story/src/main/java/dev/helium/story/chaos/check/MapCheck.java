package dev.helium.story.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.domain.WorkspaceView;
import dev.helium.story.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The API says what the log says, and so does one that had to read it all again. */
final class MapCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    List<String> different = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    evidence
        .told()
        .forEach(
            (name, answer) -> {
              difference(Optional.ofNullable(evidence.views().get(name)), answer)
                  .ifPresent(text -> different.add(name + ": " + text));
              Answer again = evidence.toldAgain().get(name);
              if (again.status() != answer.status()
                  || !again.body().path("Workspace").equals(answer.body().path("Workspace"))) {
                changed.add("%s: %s, and then %s".formatted(name, answer.body(), again.body()));
              }
            });
    List<String> living =
        evidence.views().entrySet().stream()
            .filter(view -> view.getValue().workspace().exists())
            .map(Map.Entry::getKey)
            .toList();
    if (!living.equals(evidence.listed())) {
      different.add("the list has %s, the log %s".formatted(evidence.listed(), living));
    }
    return List.of(
        new Finding(evidence.told().size(), "names are in the API what the log says", different),
        new Finding(evidence.toldAgain().size(), "names are the same in a map made anew", changed));
  }

  private static Optional<String> difference(Optional<WorkspaceView> view, Answer answer) {
    if (view.isEmpty() || !view.get().workspace().exists()) {
      return answer.status() == 404
          ? Optional.empty()
          : Optional.of("is not living, and is answered with " + answer.status());
    }
    if (answer.status() != 200) {
      return Optional.of("is living, and is answered with " + answer.status());
    }
    JsonNode told = answer.body().path("Workspace");
    List<String> wrong = new ArrayList<>();
    expected(view.get())
        .forEach(
            (field, value) -> {
              if (!told.path(field).asText().equals(value)) {
                wrong.add(
                    "%s is %s in the API and %s in the log"
                        .formatted(field, told.path(field), value));
              }
            });
    Map<String, String> addresses = new TreeMap<>();
    told.path("Addresses")
        .propertyStream()
        .forEach(address -> addresses.put(address.getKey(), address.getValue().asText()));
    if (!addresses.equals(new TreeMap<>(view.get().addresses()))) {
      wrong.add("its addresses are %s and %s".formatted(addresses, view.get().addresses()));
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
  }

  private static Map<String, String> expected(WorkspaceView view) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ID", view.workspace().id().value());
    fields.put("Status", view.status().word());
    fields.put("LastUpdated", view.changedAt().toString());
    fields.put("Expiry", view.workspace().expiresAt().toString());
    fields.put("CreatedBy", view.workspace().createdBy());
    fields.put("Backend", view.workspace().spec().backend());
    fields.put("Incarnation", Integer.toString(view.workspace().incarnation()));
    return fields;
  }
}
