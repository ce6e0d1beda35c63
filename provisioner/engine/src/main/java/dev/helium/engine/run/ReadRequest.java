package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.List;

/**
 * A resource that a program looks at without managing it.
 *
 * @param type the type token
 * @param name the name within the stack
 * @param id what the provider calls it; the text of an unknown value when it is not known yet
 * @param parent the parent's URN, empty for the stack itself
 * @param provider the provider's URN and id, empty for the default one
 * @param version the package version it was written against, empty when unknown
 * @param downloadUrl where the package comes from, empty for the usual place
 * @param inputs what narrows the search
 * @param dependencies URNs it needs
 * @param additionalSecretOutputs outputs that are secret whatever the provider says
 */
public record ReadRequest(
    String type,
    String name,
    String id,
    String parent,
    String provider,
    String version,
    String downloadUrl,
    ObjectValue inputs,
    List<String> dependencies,
    List<String> additionalSecretOutputs) {
  public ReadRequest {
    dependencies = List.copyOf(dependencies);
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
  }
}
