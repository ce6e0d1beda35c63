package dev.helium.engine.provider;

import dev.helium.engine.EngineException;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.state.ResourceState;
import java.util.Optional;

/**
 * Manages resources of one package. Every method may block and throws an {@code EngineException}
 * whose class tells whether the operation was refused or may have happened.
 */
public interface ResourceProvider {
  /**
   * Fills in what the provider decides about inputs, such as generated names.
   *
   * @param oldInputs what was checked before, empty for a new resource
   */
  ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs);

  /** Compares what is recorded with checked inputs, which may hold unknown values in a preview. */
  Difference diff(ResourceState recorded, ResourceState wanted, Call call);

  /** Makes the resource. */
  Live create(ResourceState wanted, Call call);

  /** Changes the resource in place. */
  Live update(ResourceState recorded, ResourceState wanted, Call call);

  /**
   * Removes the resource and returns when it is gone; a resource that is gone already is success.
   */
  void delete(ResourceState recorded, Call call);

  /**
   * True when the deletion of the other takes a recorded resource along and nobody waits for that
   * by itself, so that it need not be deleted, too. Does not block.
   */
  default boolean goesWith(ResourceState recorded, ResourceState other) {
    return false;
  }

  /** What is there now of a recorded resource, empty when it is provably gone. */
  Optional<Live> read(ResourceState recorded, Call call);

  /**
   * A resource that is not recorded, by its id, as a program asks for it to read or to import.
   *
   * @param sketch its URN, type and id; inputs narrow the search when there are any
   */
  Optional<Live> find(ResourceState sketch, Call call);

  /** What an interrupted creation left behind. */
  Leftover findCreated(ResourceState wanted, Call call);

  /**
   * True when the deletion of a recorded resource has begun and cannot be taken back, or is done.
   */
  default boolean isLeaving(ResourceState recorded, Call call) {
    return false;
  }

  /** Calls a function of the package. */
  default ObjectValue invoke(String token, ObjectValue arguments, Call call) {
    throw EngineException.unsupported("the function " + token);
  }

  /** Builds a component; the provider registers it and its resources in the run. */
  default ProviderAnswer construct(ComponentRequest request, RunFacts run, Call call) {
    throw EngineException.unsupported("a remote component (" + request.type() + ")");
  }

  /** Calls a method of a resource, which may register more resources in the run. */
  default ProviderAnswer call(MethodRequest request, RunFacts run, Call call) {
    throw EngineException.unsupported("the method " + request.token());
  }

  /**
   * A resource as the provider sees it.
   *
   * @param id what the provider calls it
   * @param inputs the inputs that describe it
   * @param outputs everything about it
   */
  record Live(String id, ObjectValue inputs, ObjectValue outputs) {}
}
