package dev.helium.engine.plugin;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.protocol.StructCodec;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.ComponentRequest;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.MethodRequest;
import dev.helium.engine.provider.ProviderAnswer;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.provider.RunFacts;
import dev.helium.engine.state.ResourceState;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;

/** The resources of one configured plugin, for the length of one run. */
final class PluginProvider implements ResourceProvider {
  private static final int SEED_BYTES = 32;
  private static final double NANOSECONDS = 1e9;

  private final PluginCalls calls;
  private final RandomGenerator random;
  private final PluginFunctions functions;

  PluginProvider(PluginCalls calls, RandomGenerator random) {
    this.calls = calls;
    this.random = random;
    this.functions = new PluginFunctions(calls);
  }

  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    var capabilities = calls.capabilities();
    var values = Marshalling.to(capabilities, true);
    var seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    var request =
        CheckRequest.newBuilder()
            .setUrn(urn)
            .setName(UrnNames.name(urn))
            .setType(UrnNames.type(urn))
            .setOlds(values.write(oldInputs))
            .setNews(values.write(newInputs))
            .setRandomSeed(ByteString.copyFrom(seed))
            .build();
    var response =
        calls.ask(ResourceProviderGrpc.getCheckMethod(), request, calls.brief(), "check");
    CheckFailures.requireNone(response.getFailuresList(), "the inputs");
    return marked(newInputs, StructCodec.read(response.getInputs()), capabilities);
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    var values = Marshalling.to(calls.capabilities(), true);
    var request =
        DiffRequest.newBuilder()
            .setId(recorded.id())
            .setUrn(wanted.urn())
            .setName(UrnNames.name(wanted.urn()))
            .setType(wanted.type())
            .setOldInputs(values.write(recorded.inputs()))
            .setOlds(values.write(recorded.outputs()))
            .setNews(values.write(wanted.inputs()))
            .addAllIgnoreChanges(wanted.options().ignoreChanges())
            .build();
    var response = calls.ask(ResourceProviderGrpc.getDiffMethod(), request, calls.brief(), "diff");
    return Differences.read(response, recorded.inputs(), wanted.inputs());
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    var capabilities = calls.capabilities();
    if (call.preview() && !capabilities.preview()) {
      return new Live("", wanted.inputs(), wanted.inputs());
    }
    var request =
        CreateRequest.newBuilder()
            .setUrn(wanted.urn())
            .setName(UrnNames.name(wanted.urn()))
            .setType(wanted.type())
            .setProperties(Marshalling.to(capabilities, call.preview()).write(wanted.inputs()))
            .setTimeout(seconds(call))
            .setPreview(call.preview())
            .build();
    call.ownership().require();
    var response =
        calls.attempt(
            ResourceProviderGrpc.getCreateMethod(),
            request,
            calls.operation(call),
            "create",
            details -> made(details.getId(), details.getProperties(), wanted, capabilities, call));
    return made(response.getId(), response.getProperties(), wanted, capabilities, call);
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    var capabilities = calls.capabilities();
    if (call.preview() && !capabilities.preview()) {
      return new Live(recorded.id(), wanted.inputs(), wanted.inputs());
    }
    var old = Marshalling.to(capabilities, false);
    var request =
        UpdateRequest.newBuilder()
            .setId(recorded.id())
            .setUrn(wanted.urn())
            .setName(UrnNames.name(wanted.urn()))
            .setType(wanted.type())
            .setOlds(old.write(recorded.outputs()))
            .setOldInputs(old.write(recorded.inputs()))
            .setNews(Marshalling.to(capabilities, call.preview()).write(wanted.inputs()))
            .setTimeout(seconds(call))
            .addAllIgnoreChanges(wanted.options().ignoreChanges())
            .setPreview(call.preview())
            .build();
    call.ownership().require();
    var response =
        calls.attempt(
            ResourceProviderGrpc.getUpdateMethod(),
            request,
            calls.operation(call),
            "update",
            details -> live(recorded.id(), details.getProperties(), wanted, capabilities, call));
    return live(recorded.id(), response.getProperties(), wanted, capabilities, call);
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    var values = Marshalling.to(calls.capabilities(), false);
    var request =
        DeleteRequest.newBuilder()
            .setId(recorded.id())
            .setUrn(recorded.urn())
            .setName(UrnNames.name(recorded.urn()))
            .setType(recorded.type())
            .setProperties(values.write(recorded.outputs()))
            .setOldInputs(values.write(recorded.inputs()))
            .setTimeout(seconds(call))
            .build();
    call.ownership().require();
    calls.ask(ResourceProviderGrpc.getDeleteMethod(), request, calls.operation(call), "delete");
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    var values = Marshalling.to(calls.capabilities(), false);
    var request =
        request(recorded, call)
            .setProperties(values.write(recorded.outputs()))
            .setInputs(values.write(recorded.inputs()))
            .build();
    return read(request, recorded, recorded.outputs(), call);
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    var values = Marshalling.to(calls.capabilities(), false);
    var request = request(sketch, call).setProperties(values.write(sketch.inputs())).build();
    return read(request, sketch.withInputs(ObjectValue.empty()), sketch.inputs(), call);
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    return new Leftover.Unknowable();
  }

  @Override
  public ObjectValue invoke(String token, ObjectValue arguments, Call call) {
    return functions.invoke(token, arguments, call);
  }

  @Override
  public ProviderAnswer construct(ComponentRequest request, RunFacts run, Call call) {
    return functions.construct(request, run, call);
  }

  @Override
  public ProviderAnswer call(MethodRequest request, RunFacts run, Call call) {
    return functions.call(request, run, call);
  }

  private static ReadRequest.Builder request(ResourceState resource, Call call) {
    return ReadRequest.newBuilder()
        .setId(resource.id())
        .setUrn(resource.urn())
        .setName(UrnNames.name(resource.urn()))
        .setType(resource.type())
        .setTimeout(seconds(call));
  }

  private Optional<Live> read(
      ReadRequest request, ResourceState known, ObjectValue state, Call call) {
    var capabilities = calls.capabilities();
    var response =
        calls.attempt(
            ResourceProviderGrpc.getReadMethod(),
            request,
            calls.operation(call),
            "read",
            details ->
                found(
                    details.getId(),
                    details.hasInputs(),
                    details.getInputs(),
                    details.getProperties(),
                    known,
                    state,
                    capabilities));
    return response.getId().isEmpty()
        ? Optional.empty()
        : Optional.of(
            found(
                response.getId(),
                response.hasInputs(),
                response.getInputs(),
                response.getProperties(),
                known,
                state,
                capabilities));
  }

  private static Live found(
      String id,
      boolean hasInputs,
      Struct inputs,
      Struct properties,
      ResourceState known,
      ObjectValue state,
      Capabilities capabilities) {
    return new Live(
        id,
        hasInputs ? marked(known.inputs(), StructCodec.read(inputs), capabilities) : known.inputs(),
        marked(state, Answers.known(properties, "read"), capabilities));
  }

  private static Live made(
      String id, Struct properties, ResourceState wanted, Capabilities capabilities, Call call) {
    if (id.isEmpty() && !call.preview()) {
      throw new EngineException(FailureClass.INTERNAL, "the provider gave the resource no id");
    }
    return live(id, properties, wanted, capabilities, call);
  }

  private static Live live(
      String id, Struct properties, ResourceState wanted, Capabilities capabilities, Call call) {
    var outputs = Answers.read(properties, "operation", call.preview());
    return new Live(id, wanted.inputs(), marked(wanted.inputs(), outputs, capabilities));
  }

  /** Secrecy that the provider could not be told is carried over to what it answers. */
  private static ObjectValue marked(
      ObjectValue known, ObjectValue answer, Capabilities capabilities) {
    return capabilities.secrets() ? answer : SecretMarks.carry(known, answer);
  }

  private static double seconds(Call call) {
    return call.timeout().toNanos() / NANOSECONDS;
  }
}
