package dev.helium.engine.provider;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.List;
import java.util.Map;

/**
 * A call of a method of a resource.
 *
 * @param token the method's token
 * @param arguments its arguments, the resource itself among them
 * @param argumentDependencies URNs that each argument needs
 */
public record MethodRequest(
    String token, ObjectValue arguments, Map<String, List<String>> argumentDependencies) {
  public MethodRequest {
    argumentDependencies = Map.copyOf(argumentDependencies);
  }
}
