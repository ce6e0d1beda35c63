package dev.helium.pages.create;

import dev.helium.pages.frame.Shown;
import dev.helium.pages.frame.TwoUnits;
import dev.helium.pages.read.BackendView;
import dev.helium.pages.read.Json;
import dev.helium.pages.web.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A backend in the catalogue.
 *
 * @param needs what it cannot do without; empty when it needs nothing
 * @param facts in a few words each
 * @param pods its parts as a picture; those that have no place in it are counted
 */
public record Card(BackendView backend, String needs, List<String> facts, PartsPicture pods) {
  private static final int SHOWN_PROFILES = 4;

  public Card {
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(pods, "pods");
    facts = List.copyOf(facts);
  }

  static Card of(BackendView backend) {
    return new Card(backend, needs(backend), facts(backend), PartsPicture.of(backend.ready()));
  }

  public String href() {
    return Query.of("/create/" + Query.encoded(backend.name())).toString();
  }

  private static String needs(BackendView backend) {
    List<String> needs = new ArrayList<>(backend.required());
    if (needs.isEmpty()) {
      return "";
    }
    return String.join(", ", needs);
  }

  private static List<String> facts(BackendView backend) {
    List<String> facts = new ArrayList<>();
    backend.timeToReady().ifPresent(usual -> facts.add("usually ready in " + words(usual)));
    if (backend.maximumDays() > 0) {
      facts.add("lives " + Shown.counted(backend.maximumDays(), "day") + " at most");
    }
    int values = SchemaForm.fields(BackendForm.of(backend).parts()).size();
    if (values > 0) {
      facts.add(Shown.counted(values, "value"));
    }
    List<String> profiles = List.copyOf(backend.profiles().fieldNames());
    if (!profiles.isEmpty()) {
      String more = profiles.size() > SHOWN_PROFILES ? ", …" : "";
      facts.add(
          "profiles "
              + String.join(", ", profiles.subList(0, Math.min(SHOWN_PROFILES, profiles.size())))
              + more);
    }
    if (backend.takesInfrastructure()) {
      facts.add("takes infraJson");
    }
    if (Json.object(backend.json(), "Outputs")
        .filter(out -> out.containsKey("ConsoleURL"))
        .isPresent()) {
      facts.add("web pages");
    }
    return facts;
  }

  private static String words(Duration length) {
    return TwoUnits.of(length).orElseGet(() -> Math.max(1, length.toSeconds()) + " s");
  }
}
