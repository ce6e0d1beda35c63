package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.helium.engine.property.Signatures;
import java.util.List;

/**
 * Gives a document the names of another stack: every URN of the old stack, wherever the CLI knows
 * that one stands. What is encrypted stays as it is.
 */
public final class StackRenaming {
  private static final String ROOT_TYPE = "pulumi:pulumi:Stack";
  private static final List<String> URNS = List.of("urn", "parent", "deletedWith", "viewOf");
  private static final List<String> LISTS = List.of("dependencies", "replaceWith", "aliases");
  private static final List<String> VALUES = List.of("inputs", "outputs", "replacementTrigger");

  private final StackReference from;
  private final StackReference to;

  public StackRenaming(StackReference from, StackReference to) {
    this.from = from;
    this.to = to;
  }

  /** The deployment document under its new names. */
  public ObjectNode of(ObjectNode deployment) {
    var renamed = deployment.deepCopy();
    renamed.path("resources").forEach(this::resource);
    renamed.path("pending_operations").forEach(operation -> resource(operation.path("resource")));
    return renamed;
  }

  /** The URN under its new name; one of another stack stays. */
  String urn(String urn) {
    var parts = urn.split("::", 4);
    if (parts.length < 4
        || !parts[0].equals("urn:pulumi:" + from.stack())
        || !parts[1].equals(from.project())) {
      return urn;
    }
    var name = parts[2].equals(ROOT_TYPE) ? to.project() + "-" + to.stack() : parts[3];
    return String.join("::", "urn:pulumi:" + to.stack(), to.project(), parts[2], name);
  }

  private void resource(JsonNode node) {
    if (!(node instanceof ObjectNode resource)) {
      return;
    }
    URNS.forEach(name -> text(resource, name));
    LISTS.forEach(name -> list(resource.path(name)));
    resource.path("propertyDependencies").forEach(this::list);
    provider(resource);
    VALUES.forEach(name -> value(resource.path(name)));
  }

  private void text(ObjectNode object, String name) {
    if (object.path(name).isTextual()) {
      object.put(name, urn(object.path(name).textValue()));
    }
  }

  private void list(JsonNode node) {
    if (node instanceof ArrayNode list) {
      for (int index = 0; index < list.size(); index++) {
        if (list.get(index).isTextual()) {
          list.set(index, TextNode.valueOf(urn(list.get(index).textValue())));
        }
      }
    }
  }

  private void provider(ObjectNode resource) {
    var provider = resource.path("provider").asText("");
    var end = provider.lastIndexOf("::");
    if (end > 0) {
      resource.put("provider", urn(provider.substring(0, end)) + provider.substring(end));
    }
  }

  private void value(JsonNode value) {
    if (value instanceof ObjectNode object
        && object.path(Signatures.KEY).asText("").equals(Signatures.REFERENCE)) {
      text(object, "urn");
    } else if (value.isContainerNode()) {
      value.forEach(this::value);
    }
  }
}
