package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.Optional;

/** The objects of one cluster, for the length of one run. */
final class KubernetesProvider implements ResourceProvider {
  private final ClusterObjects objects;
  private final ResourceTargets targets;
  private final ObjectChanger changer;
  private final ObjectReader reader;
  private final ObjectRemover remover;
  private final Naming naming;

  KubernetesProvider(
      ClusterObjects objects, Naming naming, ProviderSettings settings, Duration deleteTimeout) {
    this.objects = objects;
    this.naming = naming;
    this.targets = new ResourceTargets(objects, settings);
    var writer = new ObjectWriter(objects.server());
    this.changer = new ObjectChanger(targets, writer, deleteTimeout);
    this.reader = new ObjectReader(targets);
    this.remover = new ObjectRemover(targets, writer, deleteTimeout);
  }

  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    var canonical = CanonicalInputs.of(newInputs);
    var named = SecretObjects.marked(naming.name(urn, oldInputs, canonical));
    var identity = ObjectIdentity.of(named);
    var metadata = named.get("metadata");
    if (metadata instanceof UnknownValue
        || Fields.object(named, "metadata").get("namespace") instanceof UnknownValue
        || !identity.namespace().isEmpty()) {
      return named;
    }
    // A kind that is not served yet may come with this very program; then it is taken for
    // namespaced.
    var namespaced = objects.kind(identity).map(ObjectKind::namespaced).orElse(true);
    return namespaced ? Fields.withMetadata(named, "namespace", objects.defaultNamespace()) : named;
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    var target =
        objects
            .kind(ObjectIdentity.of(wanted.inputs()))
            .map(kind -> targets.of(kind, wanted, recorded.outputs()));
    var difference =
        ObjectComparison.ofLive(recorded, wanted, targets.immutable(wanted), objects, target);
    return UnreadyJobs.add(difference, objects, target, wanted.inputs());
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    return changer.create(wanted, call);
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    return changer.update(recorded, wanted, call);
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    remover.delete(recorded, call);
  }

  @Override
  public boolean goesWith(ResourceState recorded, ResourceState other) {
    return NamespaceContents.goesWith(recorded, other);
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    return reader.read(recorded, call);
  }

  @Override
  public boolean isLeaving(ResourceState recorded, Call call) {
    return reader.isLeaving(recorded);
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    return reader.find(sketch);
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    return reader.findCreated(wanted);
  }
}
