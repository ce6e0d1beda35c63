package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.ComponentRequest;
import dev.helium.engine.provider.MethodRequest;
import dev.helium.engine.provider.ProviderAnswer;
import dev.helium.engine.provider.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.ResourceProviderGrpc;

/** Functions, components and methods of a plugin. */
final class PluginFunctions {
  private final PluginCalls calls;

  PluginFunctions(PluginCalls calls) {
    this.calls = calls;
  }

  ObjectValue invoke(String token, ObjectValue arguments, Call call) {
    var capabilities = calls.capabilities();
    var request =
        InvokeRequest.newBuilder()
            .setTok(token)
            .setArgs(Marshalling.to(capabilities, false).write(arguments))
            .setPreview(call.preview())
            .build();
    var response =
        calls.ask(ResourceProviderGrpc.getInvokeMethod(), request, calls.operation(call), "invoke");
    CheckFailures.requireNone(response.getFailuresList(), "the arguments of " + token);
    var answer = Answers.known(response.getReturn(), "invoke");
    return SecretMarks.anyIn(arguments) && !capabilities.secrets() ? secret(answer) : answer;
  }

  ProviderAnswer construct(ComponentRequest request, RunFacts run, Call call) {
    var capabilities = calls.capabilities();
    if (!capabilities.secrets()) {
      throw new EngineException(
          FailureClass.PROVIDER_FAILED, "a provider of components must take secrets");
    }
    call.ownership().require();
    var response =
        calls.ask(
            ResourceProviderGrpc.getConstructMethod(),
            RemoteRequests.construct(request, run, capabilities),
            calls.operation(call),
            "construct");
    var dependencies = new TreeMap<String, List<String>>();
    response
        .getStateDependenciesMap()
        .forEach((name, urns) -> dependencies.put(name, urns.getUrnsList()));
    return new ProviderAnswer(
        response.getUrn(),
        Answers.read(response.getState(), "construct", run.preview()),
        dependencies);
  }

  ProviderAnswer call(MethodRequest request, RunFacts run, Call call) {
    call.ownership().require();
    var response =
        calls.ask(
            ResourceProviderGrpc.getCallMethod(),
            RemoteRequests.call(request, run),
            calls.operation(call),
            "call");
    CheckFailures.requireNone(response.getFailuresList(), "the arguments of " + request.token());
    var dependencies = new TreeMap<String, List<String>>();
    response
        .getReturnDependenciesMap()
        .forEach((name, urns) -> dependencies.put(name, urns.getUrnsList()));
    return new ProviderAnswer(
        "", Answers.read(response.getReturn(), "call", run.preview()), dependencies);
  }

  /** What a function made of secrets is secret when the provider cannot say so. */
  private static ObjectValue secret(ObjectValue answer) {
    var marked = new TreeMap<String, PropertyValue>();
    for (Map.Entry<String, PropertyValue> field : answer.fields().entrySet()) {
      var value = field.getValue();
      marked.put(field.getKey(), value instanceof SecretValue ? value : new SecretValue(value));
    }
    return new ObjectValue(marked);
  }
}
