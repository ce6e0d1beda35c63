package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
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
 * A provider whose configuration a preview does not know yet: it is asked nothing and promises
 * nothing.
 */
final class UnconfiguredProvider implements ResourceProvider {
  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    return newInputs;
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    call.progress()
        .accept("the provider's configuration is not known yet: the preview may not be exact");
    return new Difference(true, List.of(), List.of(), false, new TreeMap<>());
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    requirePreview(call);
    return new Live("", wanted.inputs(), ObjectValue.empty());
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    requirePreview(call);
    return new Live(recorded.id(), wanted.inputs(), ObjectValue.empty());
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    requirePreview(call);
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    return Optional.of(new Live(recorded.id(), recorded.inputs(), recorded.outputs()));
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    requirePreview(call);
    return Optional.of(new Live(sketch.id(), ObjectValue.empty(), ObjectValue.empty()));
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    return new Leftover.Unknowable();
  }

  @Override
  public ObjectValue invoke(String token, ObjectValue arguments, Call call) {
    return ObjectValue.empty();
  }

  private static void requirePreview(Call call) {
    if (!call.preview()) {
      throw new EngineException(
          FailureClass.INVALID, "the configuration of the provider has values that are not known");
    }
  }
}
