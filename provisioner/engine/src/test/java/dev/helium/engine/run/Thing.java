package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing that a program registers.
 *
 * @param inputs plain inputs
 * @param references inputs that are the id of another thing
 */
record Thing(
    String name,
    Map<String, String> inputs,
    Map<String, String> references,
    List<String> dependsOn,
    boolean protect,
    boolean retain,
    String deletedWith) {

  static Thing of(String name) {
    return new Thing(name, Map.of(), Map.of(), List.of(), false, false, "");
  }

  Thing with(String input, String value) {
    var changed = new TreeMap<>(inputs);
    changed.put(input, value);
    return new Thing(name, changed, references, dependsOn, protect, retain, deletedWith);
  }

  Thing from(String input, String other) {
    var changed = new TreeMap<>(references);
    changed.put(input, other);
    return new Thing(name, inputs, changed, dependsOn, protect, retain, deletedWith);
  }

  Thing after(String other) {
    var changed = new ArrayList<>(dependsOn);
    changed.add(other);
    return new Thing(name, inputs, references, changed, protect, retain, deletedWith);
  }

  Thing protectedFromDeletion() {
    return new Thing(name, inputs, references, dependsOn, true, retain, deletedWith);
  }

  Thing retained() {
    return new Thing(name, inputs, references, dependsOn, protect, true, deletedWith);
  }

  Thing deletedWith(String other) {
    return new Thing(name, inputs, references, dependsOn, protect, retain, other);
  }

  /** What the program registers, given what it got for the things before this one. */
  Goal goal(String root, Map<String, ResourceState> before) {
    var values = new TreeMap<String, PropertyValue>();
    inputs.forEach((input, value) -> values.put(input, new TextValue(value)));
    var byInput = new TreeMap<String, List<String>>();
    var needs = new ArrayList<String>();
    references.forEach(
        (input, other) -> {
          var id = before.get(other).id();
          values.put(input, id.isEmpty() ? new UnknownValue() : new TextValue(id));
          byInput.put(input, List.of(before.get(other).urn()));
          needs.add(before.get(other).urn());
        });
    dependsOn.forEach(other -> needs.add(before.get(other).urn()));
    var taker = deletedWith.isEmpty() ? "" : before.get(deletedWith).urn();
    var options =
        new ResourceOptions(
            protect,
            retain,
            taker,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            "",
            List.of(),
            new NullValue(),
            List.of());
    return new Goal(
        Things.TYPE,
        name,
        true,
        root,
        "",
        Map.of(),
        "",
        "",
        new ObjectValue(values),
        needs,
        byInput,
        List.of(),
        options,
        Set.of(),
        Goal.Replacement.UNSPECIFIED);
  }

  boolean needs(String other) {
    return references.containsValue(other)
        || dependsOn.contains(other)
        || deletedWith.equals(other);
  }
}
