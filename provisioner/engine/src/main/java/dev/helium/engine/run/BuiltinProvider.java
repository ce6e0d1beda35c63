package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Stack references, stashes and the functions of the engine itself: nothing outside the state. */
final class BuiltinProvider implements ResourceProvider {
  static final String GET_RESOURCE = "pulumi:pulumi:getResource";
  static final String READ_STACK_OUTPUTS = "pulumi:pulumi:readStackOutputs";

  private static final String NAME = "name";
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  private final OtherStacks stacks;
  private final Function<String, Optional<ResourceState>> registered;

  /**
   * The provider of a run.
   *
   * @param registered a resource that this run has registered or read, by its URN
   */
  BuiltinProvider(OtherStacks stacks, Function<String, Optional<ResourceState>> registered) {
    this.stacks = stacks;
    this.registered = registered;
  }

  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    var known = isStash(Urns.type(urn)) ? INPUT : NAME;
    newInputs.fields().keySet().stream()
        .filter(name -> !name.equals(known))
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid("unknown property '" + name + "'");
            });
    if (!newInputs.fields().containsKey(known)) {
      throw invalid("missing required property '" + known + "'");
    }
    return newInputs;
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    var stash = isStash(wanted.type());
    var property = List.of(stash ? INPUT : NAME);
    var changed = !recorded.inputs().equals(wanted.inputs());
    return changed ? Difference.of(property, stash ? List.of() : property, false) : Difference.NONE;
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    var id = call.preview() ? "" : UUID.randomUUID().toString();
    if (isStash(wanted.type())) {
      return new Live(id, wanted.inputs(), stash(wanted, wanted.inputs().get(INPUT)));
    }
    return new Live(id, wanted.inputs(), stackOutputs(wanted.inputs()));
  }

  /** A stash takes the new input and keeps its first output. */
  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    return new Live(recorded.id(), wanted.inputs(), stash(wanted, recorded.outputs().get(OUTPUT)));
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    // It lives in the state only.
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    var outputs = isStash(recorded.type()) ? recorded.outputs() : stackOutputs(recorded.inputs());
    return Optional.of(new Live(recorded.id(), recorded.inputs(), outputs));
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    if (isStash(sketch.type())) {
      throw invalid("a stash can be neither imported nor read");
    }
    if (!sketch.inputs().fields().containsKey(NAME)) {
      throw invalid("a stack reference cannot be imported");
    }
    return read(sketch, call);
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    return new Leftover.Nothing();
  }

  @Override
  public ObjectValue invoke(String token, ObjectValue arguments, Call call) {
    return switch (token) {
      case GET_RESOURCE -> resource(arguments);
      case READ_STACK_OUTPUTS -> stackOutputs(arguments);
      default -> throw EngineException.unsupported("the function " + token);
    };
  }

  private ObjectValue resource(ObjectValue arguments) {
    var urn = arguments.text("urn");
    var found =
        registered
            .apply(urn)
            .orElseThrow(
                () -> new EngineException(FailureClass.NOT_FOUND, "unknown resource " + urn));
    return ObjectValue.of(
        Map.of(
            "urn", new TextValue(urn),
            "id", new TextValue(found.id()),
            "provider", new TextValue(found.links().provider()),
            "state", found.outputs()));
  }

  private ObjectValue stackOutputs(ObjectValue inputs) {
    var name = inputs.get(NAME);
    if (name instanceof UnknownValue) {
      return ObjectValue.of(Map.of(NAME, name, "outputs", name, "secretOutputNames", name));
    }
    if (inputs.text(NAME).isEmpty()) {
      throw invalid("property 'name' must be a text");
    }
    var outputs = stacks.outputs(inputs.text(NAME));
    var secret =
        outputs.fields().entrySet().stream()
            .filter(output -> SecretMarks.anyIn(output.getValue()))
            .<PropertyValue>map(output -> new TextValue(output.getKey()))
            .toList();
    return ObjectValue.of(
        Map.of(NAME, name, "outputs", outputs, "secretOutputNames", new ListValue(secret)));
  }

  private static ObjectValue stash(ResourceState wanted, PropertyValue output) {
    return ObjectValue.of(Map.of(INPUT, wanted.inputs().get(INPUT), OUTPUT, output));
  }

  private static boolean isStash(String type) {
    return type.equals(BuiltinPackage.STASH);
  }

  private static EngineException invalid(String message) {
    return new EngineException(FailureClass.INVALID, message);
  }
}
