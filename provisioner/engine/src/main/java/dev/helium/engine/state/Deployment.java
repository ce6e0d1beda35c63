package dev.helium.engine.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Everything recorded of a stack.
 *
 * @param resources in an order in which each comes after what it needs
 * @param pending operations that may or may not have happened
 * @param salt the state of the passphrase provider, empty when the stack has no secrets yet
 * @param rest fields of the document that this engine does not know and must not lose
 */
public record Deployment(
    List<ResourceState> resources, List<PendingOperation> pending, String salt, ObjectNode rest) {
  public Deployment {
    resources = List.copyOf(resources);
    pending = List.copyOf(pending);
    rest = rest.deepCopy();
  }

  /** A stack without resources. */
  public static Deployment empty(String salt) {
    return new Deployment(List.of(), List.of(), salt, JsonNodeFactory.instance.objectNode());
  }
}
