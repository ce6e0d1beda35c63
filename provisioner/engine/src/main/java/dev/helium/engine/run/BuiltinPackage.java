package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.Set;

/** The package of resources and functions that the engine itself implements. */
final class BuiltinPackage implements ProviderPackage {
  static final String NAME = "pulumi";
  static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";
  static final String STASH = "pulumi:index:Stash";

  private final BuiltinProvider provider;

  BuiltinPackage(BuiltinProvider provider) {
    this.provider = provider;
  }

  static void requireSupported(String type) {
    if (!Set.of(STACK_REFERENCE, STASH).contains(type)) {
      throw EngineException.unsupported("the resource type " + type);
    }
  }

  /** It has no settings. */
  @Override
  public ObjectValue checkConfiguration(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    return ObjectValue.empty();
  }

  @Override
  public Difference diffConfiguration(ResourceState recorded, ObjectValue inputs) {
    return Difference.NONE;
  }

  @Override
  public ResourceProvider configure(ResourceState resource, Call call) {
    return provider;
  }
}
