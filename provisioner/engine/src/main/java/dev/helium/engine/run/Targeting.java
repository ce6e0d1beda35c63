package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Decides which resources a run may change. */
final class Targeting {
  private final RunSettings settings;

  /** Targets and what depends on them, as far as the program has registered it. */
  private final Set<String> targeted = ConcurrentHashMap.newKeySet();

  private final Set<String> excluded = ConcurrentHashMap.newKeySet();

  /** Resources that would have been created, had they been targets. */
  private final Set<String> skipped = ConcurrentHashMap.newKeySet();

  Targeting(RunSettings settings) {
    this.settings = settings;
  }

  /** True when a registered resource may be changed. */
  boolean includes(ResourceState wanted) {
    var urn = wanted.urn();
    if (wanted.isProvider() || wanted.type().equals(Urns.STACK_TYPE)) {
      // What others stand on is always made.
      note(wanted);
      return true;
    }
    return note(wanted) && !excluded.contains(urn);
  }

  private boolean note(ResourceState wanted) {
    var urn = wanted.urn();
    if (!settings.targets().isEmpty()) {
      var target =
          settings.targets().matches(urn)
              || (settings.targetDependents() && needsAny(wanted, targeted));
      if (target) {
        targeted.add(urn);
      }
      return target;
    }
    if (!settings.excludes().isEmpty()
        && (settings.excludes().matches(urn)
            || (settings.excludeDependents() && needsAny(wanted, excluded)))) {
      excluded.add(urn);
    }
    return true;
  }

  /**
   * Leaves a resource that may not be changed as it is: as recorded, or not there at all. Whoever
   * asks for its outputs gets unknown ones then.
   *
   * @param old what is recorded, null when nothing is
   */
  ResourceState leaveOut(ResourceState wanted, ResourceState old, StepRunner steps) {
    if (old != null) {
      return steps.untargeted(old);
    }
    skipped.add(wanted.urn());
    steps.skip(wanted);
    var outputs = new TreeMap<>(wanted.inputs().fields());
    outputs.replaceAll((name, value) -> new UnknownValue());
    return wanted.withOutputs(new ObjectValue(outputs));
  }

  /** True when a resource was not there and was left so. */
  boolean isLeftOut(String urn) {
    return skipped.contains(urn);
  }

  /** Refuses a resource that needs one this run does not create because it may not. */
  void requireNeeds(ResourceState wanted, RunContext context) {
    for (var needed : wanted.needs()) {
      if (skipped.contains(needed)) {
        var refused =
            new EngineException(
                FailureClass.INVALID,
                Urns.name(wanted.urn())
                    + " needs "
                    + Urns.name(needed)
                    + ", which is not there and no target of this run; make it one: "
                    + needed);
        if (!context.preview()) {
          throw refused;
        }
        // The rest of the plan is still worth seeing.
        context.problem(refused, wanted.urn());
      }
    }
  }

  /**
   * Those of the recorded resources that a refresh reads.
   *
   * @param recorded in an order in which each comes after what it needs
   */
  List<ResourceState> refreshed(List<ResourceState> recorded) {
    var result = new ArrayList<ResourceState>();
    var followed = new HashSet<String>();
    for (var resource : recorded) {
      var urn = resource.urn();
      if (!settings.targets().isEmpty()) {
        if (settings.targets().matches(urn)
            || (settings.targetDependents() && dependsOnAny(resource, followed))) {
          followed.add(urn);
          result.add(resource);
        }
      } else if (settings.excludes().matches(urn)
          || (settings.excludeDependents() && dependsOnAny(resource, followed))) {
        followed.add(urn);
      } else {
        result.add(resource);
      }
    }
    return result;
  }

  /** Those of the recorded resources that may be deleted. */
  Set<String> deletable(List<ResourceState> recorded) {
    var urns = new HashSet<String>();
    if (!settings.targets().isEmpty()) {
      recorded.stream()
          .map(ResourceState::urn)
          .filter(settings.targets()::matches)
          .forEach(urns::add);
      addDependents(recorded, urns);
      return urns;
    }
    var kept = new HashSet<String>();
    recorded.stream()
        .map(ResourceState::urn)
        .filter(settings.excludes()::matches)
        .forEach(kept::add);
    if (settings.excludeDependents()) {
      addDependents(recorded, kept);
    }
    addNeeds(recorded, kept);
    recorded.stream().map(ResourceState::urn).filter(urn -> !kept.contains(urn)).forEach(urns::add);
    return urns;
  }

  /** True when the deletion of a resource was asked for and is no consequence of another one. */
  boolean mayBeDeleted(String urn) {
    return settings.targets().isEmpty()
        || settings.targetDependents()
        || settings.targets().matches(urn);
  }

  private static boolean needsAny(ResourceState resource, Set<String> urns) {
    return resource.needs().stream().anyMatch(urns::contains);
  }

  /** As {@link #needsAny} without the provider, which a refresh does not follow. */
  private static boolean dependsOnAny(ResourceState resource, Set<String> urns) {
    return resource.needs().stream()
        .filter(urn -> !urn.equals(resource.providerUrn()))
        .anyMatch(urns::contains);
  }

  private static void addDependents(List<ResourceState> recorded, Set<String> urns) {
    // Recorded order puts needs first: one walk finds dependents of dependents.
    for (var resource : recorded) {
      if (needsAny(resource, urns)) {
        urns.add(resource.urn());
      }
    }
  }

  private static void addNeeds(List<ResourceState> recorded, Collection<String> urns) {
    for (var resource : recorded.reversed()) {
      if (urns.contains(resource.urn())) {
        urns.addAll(resource.needs());
      }
    }
  }
}
