package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.List;
import java.util.Map;

/**
 * A function or a method that a program calls.
 *
 * @param token its token
 * @param arguments its arguments
 * @param dependencies URNs that each argument needs
 * @param provider the provider's URN and id, empty when it follows from the rest
 * @param version the package version, empty for any
 * @param downloadUrl where the package comes from, empty for the usual place
 */
public record FunctionCall(
    String token,
    ObjectValue arguments,
    Map<String, List<String>> dependencies,
    String provider,
    String version,
    String downloadUrl) {
  public FunctionCall {
    dependencies = Map.copyOf(dependencies);
  }
}
