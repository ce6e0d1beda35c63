package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.Kubeconfig;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Cancellation;
import dev.helium.engine.provider.Ownership;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider on its own, without stacks: objects are given in YAML. */
final class ProviderFixture implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClients clients = new KubernetesClients(Duration.ofSeconds(10), 4);
  private final KubernetesProviders packages;
  private final ResourceProvider provider;
  final Cancellation cancellation = new Cancellation();
  final List<String> progress = new CopyOnWriteArrayList<>();

  ProviderFixture(Path kubeconfig) {
    this(kubeconfig, Map.of(), Map.of());
  }

  ProviderFixture(Path kubeconfig, Map<String, Object> settings, Map<String, String> environment) {
    var options = EngineOptions.defaults().withKubeconfig(new Kubeconfig.File(kubeconfig));
    this.packages = new KubernetesProviders(clients, options, environment);
    var resource =
        state("pulumi:providers:kubernetes", "default", PlainValues.ofMap(settings), "some");
    this.provider = packages.configure(resource, call());
  }

  ResourceProvider provider() {
    return provider;
  }

  Call call() {
    return call(Duration.ZERO);
  }

  Call call(Duration timeout) {
    return new Call(false, cancellation, Ownership.UNDISPUTED, timeout, progress::add);
  }

  Call preview() {
    return preview(Ownership.UNDISPUTED);
  }

  Call preview(Ownership ownership) {
    return new Call(true, cancellation, ownership, Duration.ZERO, progress::add);
  }

  Call call(Ownership ownership) {
    return new Call(false, cancellation, ownership, Duration.ZERO, progress::add);
  }

  /** The resource a program would register for this object, checked. */
  ResourceState wanted(String yaml) {
    return wanted(null, yaml);
  }

  /** The same resource with other inputs. */
  ResourceState wanted(ResourceState recorded, String yaml) {
    var object = object(yaml);
    var group = object.text("apiVersion");
    var type =
        "kubernetes:" + (group.contains("/") ? group : "core/" + group) + ":" + object.text("kind");
    return wanted(recorded, type, object);
  }

  /** A resource of a type of its own, such as a patch. */
  ResourceState wanted(ResourceState recorded, String type, ObjectValue object) {
    var urn = "urn:pulumi:stack::project::" + type + "::some";
    var old = recorded == null ? ObjectValue.empty() : recorded.inputs();
    var inputs = provider.check(urn, old, object);
    return state(type, "some", inputs, recorded == null ? "" : recorded.id());
  }

  /** Creates, and returns what the engine would record. */
  ResourceState created(String yaml) {
    return created(wanted(yaml));
  }

  ResourceState created(ResourceState wanted) {
    return recorded(wanted, provider.create(wanted, call()));
  }

  static ResourceState recorded(ResourceState wanted, Live live) {
    return wanted.withId(live.id()).withInputs(live.inputs()).withOutputs(live.outputs());
  }

  static ResourceState state(String type, String name, ObjectValue inputs, String id) {
    var urn = "urn:pulumi:stack::project::" + type + "::" + name;
    return ResourceState.fresh(urn, type, true, inputs, Links.NONE, ResourceOptions.none())
        .withId(id);
  }

  static ObjectValue object(String yaml) {
    try {
      JsonNode tree =
          MAPPER.readTree(Serialization.asJson(Serialization.unmarshal(yaml, Map.class)));
      return CheckpointFields.fromJson(tree);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    packages.close();
    clients.close();
  }
}
