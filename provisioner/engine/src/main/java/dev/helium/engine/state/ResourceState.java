package dev.helium.engine.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One resource of a deployment.
 *
 * @param urn its name in the stack
 * @param type its type token
 * @param custom true when a provider manages it
 * @param id what the provider calls it, empty for components
 * @param inputs what the program asked for, as the provider checked it
 * @param outputs what the provider answered
 * @param links its place among other resources
 * @param options what the program asked for beside the inputs
 * @param condition where it is in its life
 * @param created when it was first recorded, null when unknown
 * @param modified when it last changed, null when unknown
 * @param rest fields of the document that this engine does not know and must not lose
 */
public record ResourceState(
    String urn,
    String type,
    boolean custom,
    String id,
    ObjectValue inputs,
    ObjectValue outputs,
    Links links,
    ResourceOptions options,
    Condition condition,
    Instant created,
    Instant modified,
    ObjectNode rest) {

  /**
   * Where a resource stands among others; empty strings mean none.
   *
   * @param parent the component or resource it belongs to
   * @param provider the provider's URN and id, joined by {@code ::}
   * @param dependencies URNs it needs
   * @param propertyDependencies the same by input
   */
  public record Links(
      String parent,
      String provider,
      List<String> dependencies,
      Map<String, List<String>> propertyDependencies) {
    /** Stands alone. */
    public static final Links NONE = new Links("", "", List.of(), Map.of());

    public Links {
      dependencies = List.copyOf(dependencies);
      propertyDependencies = Map.copyOf(propertyDependencies);
    }
  }

  /**
   * Where a resource is in its life.
   *
   * @param delete it was replaced and waits to be deleted
   * @param pendingReplacement it was deleted and waits to be made anew
   * @param external it is only read, never managed
   * @param initErrors why it is there but not usable
   */
  public record Condition(
      boolean delete, boolean pendingReplacement, boolean external, List<String> initErrors) {
    /** Nothing special. */
    public static final Condition LIVE = new Condition(false, false, false, List.of());

    public Condition {
      initErrors = List.copyOf(initErrors);
    }
  }

  public ResourceState {
    Objects.requireNonNull(urn, "urn");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    rest = rest.deepCopy();
  }

  /** A resource that was never recorded. */
  public static ResourceState fresh(
      String urn,
      String type,
      boolean custom,
      ObjectValue inputs,
      Links links,
      ResourceOptions options) {
    return new ResourceState(
        urn,
        type,
        custom,
        "",
        inputs,
        ObjectValue.empty(),
        links,
        options,
        Condition.LIVE,
        null,
        null,
        JsonNodeFactory.instance.objectNode());
  }

  public ResourceState withInputs(ObjectValue value) {
    return new ResourceState(
        urn, type, custom, id, value, outputs, links, options, condition, created, modified, rest);
  }

  public ResourceState withOutputs(ObjectValue value) {
    return new ResourceState(
        urn, type, custom, id, inputs, value, links, options, condition, created, modified, rest);
  }

  public ResourceState withOptions(ResourceOptions value) {
    return new ResourceState(
        urn, type, custom, id, inputs, outputs, links, value, condition, created, modified, rest);
  }

  public ResourceState withId(String value) {
    return new ResourceState(
        urn, type, custom, value, inputs, outputs, links, options, condition, created, modified,
        rest);
  }

  public ResourceState withLinks(Links value) {
    return new ResourceState(
        urn, type, custom, id, inputs, outputs, value, options, condition, created, modified, rest);
  }

  public ResourceState withCondition(Condition value) {
    return new ResourceState(
        urn, type, custom, id, inputs, outputs, links, options, value, created, modified, rest);
  }

  public ResourceState withTimes(Instant newCreated, Instant newModified) {
    return new ResourceState(
        urn,
        type,
        custom,
        id,
        inputs,
        outputs,
        links,
        options,
        condition,
        newCreated,
        newModified,
        rest);
  }

  /** True for a resource that configures a provider. */
  public boolean isProvider() {
    return type.startsWith("pulumi:providers:");
  }

  /** The URN of its provider, empty when it has none. */
  public String providerUrn() {
    var end = links.provider().lastIndexOf("::");
    return end < 0 ? "" : links.provider().substring(0, end);
  }

  /** Every URN that must outlive it. */
  public List<String> needs() {
    var all = new ArrayList<>(links.dependencies());
    links.propertyDependencies().values().forEach(all::addAll);
    all.add(links.parent());
    all.add(providerUrn());
    all.add(options.deletedWith());
    all.addAll(options.replaceWith());
    return all.stream().filter(needed -> !needed.isEmpty()).distinct().toList();
  }
}
