package dev.helium.engine.provider;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.List;
import java.util.Map;

/**
 * What a component or a method gives back.
 *
 * @param urn the component's URN, empty for a method
 * @param outputs the values
 * @param dependencies URNs that each value needs
 */
public record ProviderAnswer(
    String urn, ObjectValue outputs, Map<String, List<String>> dependencies) {
  public ProviderAnswer {
    dependencies = Map.copyOf(dependencies);
  }
}
