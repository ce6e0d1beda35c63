package dev.helium.engine.provider;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.state.ResourceState;
import java.util.List;
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

  /** Compares what is recorded with checked inputs. */
  Difference diff(ResourceState recorded, ObjectValue inputs);

  /** Makes the resource. */
  Live create(ResourceState wanted, Call call);

  /** Changes the resource in place. */
  Live update(ResourceState recorded, ResourceState wanted, Call call);

  /**
   * Removes the resource and returns when it is gone; a resource that is gone already is success.
   */
  void delete(ResourceState recorded, Call call);

  /** What is there now, empty when it is provably gone. */
  Optional<Live> read(ResourceState recorded, Call call);

  /**
   * What an interrupted creation left behind, empty when there is nothing of this stack's making.
   */
  Optional<Live> findCreated(ResourceState wanted, Call call);

  /**
   * A resource as the provider sees it.
   *
   * @param id what the provider calls it
   * @param inputs the inputs that describe it
   * @param outputs everything about it
   */
  record Live(String id, ObjectValue inputs, ObjectValue outputs) {}

  /**
   * What stands between a recorded resource and its inputs.
   *
   * @param changes paths that differ
   * @param replaces those of them that cannot change in place
   * @param deleteBeforeReplace the old resource must go before the new one can come
   */
  record Difference(List<String> changes, List<String> replaces, boolean deleteBeforeReplace) {
    /** Nothing differs. */
    public static final Difference NONE = new Difference(List.of(), List.of(), false);

    public Difference {
      changes = List.copyOf(changes);
      replaces = List.copyOf(replaces);
    }
  }
}
