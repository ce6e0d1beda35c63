package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stands in, in a preview, for a provider whose settings only an update will tell: nothing can be
 * said of its resources.
 */
final class UnconfiguredProvider implements ResourceProvider {
  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    return newInputs;
  }

  /** Everything is taken for changed, as it may be. */
  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    call.progress()
        .accept("the provider's settings are not known in a preview; what it will do may differ");
    return new Difference(true, List.of(), List.of(), false, new TreeMap<>());
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    return new Live("", wanted.inputs(), ObjectValue.empty());
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    return new Live(recorded.id(), wanted.inputs(), ObjectValue.empty());
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    throw new IllegalStateException("nothing is deleted in a preview");
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    return Optional.of(new Live(recorded.id(), recorded.inputs(), recorded.outputs()));
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    return Optional.of(new Live(sketch.id(), sketch.inputs(), ObjectValue.empty()));
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    return new Leftover.Unknowable();
  }

  @Override
  public ObjectValue invoke(String token, ObjectValue arguments, Call call) {
    return ObjectValue.empty();
  }
}
