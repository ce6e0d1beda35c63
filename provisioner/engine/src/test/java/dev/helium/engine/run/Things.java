package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.PartlyDoneException;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ProviderPackages;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider whose resources live in memory. Inputs whose names begin with {@code fixed} cannot
 * change in place; with an input {@code alone} the old thing goes before the new one comes.
 */
final class Things implements ProviderPackages, ProviderPackage, ResourceProvider {
  static final String TYPE = "memory:index:Thing";

  /** Inputs of what exists, by id. */
  final Map<String, ObjectValue> existing = new ConcurrentSkipListMap<>();

  /** What was asked of this provider, such as {@code create a}. */
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** How an operation on a thing goes wrong, by what is asked, such as {@code create a}. */
  final Map<String, Fault> faults = new ConcurrentHashMap<>();

  private final AtomicInteger made = new AtomicInteger();

  /** A way to go wrong. */
  enum Fault {
    /** Nothing happens. */
    REFUSED,
    /** It happens, and the thing is not usable. */
    PARTLY
  }

  @Override
  public ProviderPackage find(String name, String version, String downloadUrl) {
    return this;
  }

  @Override
  public void requireSupported(String type) {
    // There is only one type.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }

  @Override
  public ObjectValue checkConfiguration(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    return newInputs;
  }

  @Override
  public Difference diffConfiguration(ResourceState recorded, ObjectValue inputs) {
    return difference(recorded.inputs(), inputs);
  }

  @Override
  public ResourceProvider configure(ResourceState provider, Call call) {
    return this;
  }

  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    return newInputs;
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    return difference(recorded.inputs(), wanted.inputs());
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    if (call.preview()) {
      return new Live("", wanted.inputs(), wanted.inputs().with("id", new UnknownValue()));
    }
    var fault = ask("create", wanted);
    var live = live("thing-" + made.incrementAndGet(), wanted.inputs());
    existing.put(live.id(), wanted.inputs());
    return orPartly(live, fault);
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    var live = live(recorded.id(), wanted.inputs());
    if (call.preview()) {
      return live;
    }
    var fault = ask("update", wanted);
    requireExists(recorded);
    if (fault == null) {
      existing.put(recorded.id(), wanted.inputs());
    }
    return orPartly(live, fault);
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    ask("delete", recorded);
    requireExists(recorded);
    existing.remove(recorded.id());
  }

  @Override
  public boolean goesWith(ResourceState recorded, ResourceState other) {
    return recorded.inputs().text("in").equals(Urns.name(other.urn()));
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    var fault = ask("read", recorded);
    return Optional.ofNullable(existing.get(recorded.id()))
        .map(inputs -> orPartly(live(recorded.id(), inputs), fault));
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    return Optional.ofNullable(existing.get(sketch.id())).map(inputs -> live(sketch.id(), inputs));
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    return new Leftover.Unknowable();
  }

  private Fault ask(String operation, ResourceState resource) {
    var call = operation + " " + Urns.name(resource.urn());
    calls.add(call);
    var fault = faults.get(call);
    if (fault == Fault.REFUSED) {
      throw new EngineException(FailureClass.INVALID, "refused to " + call);
    }
    return fault;
  }

  private void requireExists(ResourceState recorded) {
    if (!existing.containsKey(recorded.id())) {
      throw new AssertionError("recorded and not there: " + recorded.urn());
    }
  }

  private static Live orPartly(Live live, Fault fault) {
    if (fault == Fault.PARTLY) {
      throw new PartlyDoneException(
          FailureClass.TIMED_OUT, "not ready", live, List.of("not ready"));
    }
    return live;
  }

  private static Live live(String id, ObjectValue inputs) {
    return new Live(id, inputs, inputs.with("id", new TextValue(id)));
  }

  private static Difference difference(ObjectValue before, ObjectValue after) {
    var names = new TreeMap<String, PropertyValue>(before.fields());
    names.putAll(after.fields());
    var paths =
        names.keySet().stream().filter(name -> !before.get(name).equals(after.get(name))).toList();
    var replaces = paths.stream().filter(name -> name.startsWith("fixed")).toList();
    return Difference.of(
        paths, replaces, !replaces.isEmpty() && after.fields().containsKey("alone"));
  }
}
