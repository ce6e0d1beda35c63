package dev.helium.backends.product;

import dev.helium.backends.product.Facts.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Our objects beside what is known of a product. */
final class FactSheet {
  private static final int LONGEST = 60;

  private final ProductBackend backend;
  private final Facts facts;
  private final List<ObjectTree> objects;

  FactSheet(ProductBackend backend, Facts facts) {
    this.backend = backend;
    this.facts = facts;
    this.objects = Samples.objects(backend, facts.values()).stream().map(ObjectTree::of).toList();
  }

  /** Where they differ without a reason being given, and reasons for what does not differ. */
  List<String> unexplained() {
    List<String> unexplained = new ArrayList<>();
    facts
        .components()
        .forEach(
            (component, known) -> {
              Map<String, String> ours = ComponentFacts.of(component, objects);
              if (ours.isEmpty() && !explained(component, "component")) {
                unexplained.add(component + " is not made");
              }
              known.keySet().stream()
                  .filter(attribute -> !ComponentFacts.ATTRIBUTES.contains(attribute))
                  .forEach(
                      attribute ->
                          unexplained.add(component + ": " + attribute + " is no attribute"));
              for (String attribute : ComponentFacts.ATTRIBUTES) {
                if (!ours.isEmpty()
                    && differs(attribute, known, ours)
                    && !explained(component, attribute)) {
                  unexplained.add(
                      component
                          + ": "
                          + attribute
                          + " is known as <"
                          + ComponentFacts.written(attribute, known.get(attribute))
                          + ">, ours is <"
                          + ours.get(attribute)
                          + ">");
                }
              }
            });
    objects.stream()
        .filter(object -> object.podTemplate().isPresent())
        .filter(object -> !facts.components().containsKey(object.name()))
        .filter(object -> !explained(object.name(), "component"))
        .forEach(object -> unexplained.add(object.name() + " is made, and not known"));
    return unexplained;
  }

  /** A section of the page of all products. */
  String markdown() {
    StringBuilder page = new StringBuilder("## `" + backend.name() + "`\n\n");
    page.append("| component | ").append(String.join(" | ", ComponentFacts.ATTRIBUTES));
    page.append(" |\n|---").append("|---".repeat(ComponentFacts.ATTRIBUTES.size())).append("|\n");
    facts
        .components()
        .forEach(
            (component, known) -> {
              Map<String, String> ours = ComponentFacts.of(component, objects);
              page.append("| ").append(component);
              for (String attribute : ComponentFacts.ATTRIBUTES) {
                page.append(" | ").append(cell(attribute, known, ours));
              }
              page.append(" |\n");
            });
    page.append("\n| differs | in | because |\n|---|---|---|\n");
    for (Difference difference : facts.differences()) {
      page.append("| ")
          .append(difference.component())
          .append(" | ")
          .append(difference.what())
          .append(" | ")
          .append(difference.why().strip().replace("\n", " ").replace("|", "\\|"))
          .append(" |\n");
    }
    return page.toString();
  }

  private static String cell(
      String attribute, Map<String, Object> known, Map<String, String> ours) {
    if (ours.isEmpty()) {
      return "not made";
    }
    String our = shown(attribute, ours.get(attribute));
    if (!known.containsKey(attribute)) {
      return our.equals("none") ? "" : our + " (ours)";
    }
    return differs(attribute, known, ours)
        ? shown(attribute, ComponentFacts.written(attribute, known.get(attribute))) + " → " + our
        : our;
  }

  private static String shown(String attribute, String value) {
    if (attribute.equals("environment") || value.length() > LONGEST) {
      long words = value.isEmpty() ? 0 : value.split(" ", -1).length;
      return attribute.equals("environment")
          ? words + " names"
          : value.substring(0, Math.min(LONGEST, value.length())).replace("|", "\\|") + "…";
    }
    return value.isEmpty() ? "none" : value.replace("|", "\\|");
  }

  /** What is not known of a component does not count. */
  private static boolean differs(
      String attribute, Map<String, Object> known, Map<String, String> ours) {
    return known.containsKey(attribute)
        && !ComponentFacts.written(attribute, known.get(attribute)).equals(ours.get(attribute));
  }

  private boolean explained(String component, String attribute) {
    return facts.differences().stream()
        .anyMatch(difference -> difference.covers(component, attribute));
  }
}
