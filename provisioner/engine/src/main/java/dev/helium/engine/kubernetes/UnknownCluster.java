package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.Optional;

/**
 * Stands in during a preview for a provider whose settings are known only after the update: plans
 * from inputs alone and touches nothing.
 */
final class UnknownCluster implements ResourceProvider {
  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    return SecretObjects.marked(newInputs);
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    return ObjectComparison.ofInputs(recorded, wanted, ImmutableFields.ofPatch());
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    return planned(wanted, call);
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    return planned(wanted, call);
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    throw unknown();
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    throw unknown();
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    throw unknown();
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    throw unknown();
  }

  private static Live planned(ResourceState wanted, Call call) {
    if (!call.preview()) {
      throw unknown();
    }
    return new Live("", wanted.inputs(), wanted.inputs());
  }

  private static EngineException unknown() {
    return new EngineException(
        FailureClass.INVALID, "the settings of provider kubernetes are not known yet");
  }
}
