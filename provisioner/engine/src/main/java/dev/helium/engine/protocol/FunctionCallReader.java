package dev.helium.engine.protocol;

import dev.helium.engine.EngineException;
import dev.helium.engine.run.FunctionCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;

/** Reads calls of functions and methods. */
final class FunctionCallReader {
  private FunctionCallReader() {}

  static FunctionCall read(ResourceInvokeRequest request) {
    requireNoPackage(request.getPackageRef());
    return new FunctionCall(
        request.getTok(),
        StructCodec.read(request.getArgs()),
        Map.of(),
        request.getProvider(),
        request.getVersion(),
        request.getPluginDownloadURL());
  }

  static FunctionCall read(ResourceCallRequest request) {
    requireNoPackage(request.getPackageRef());
    var dependencies = new TreeMap<String, List<String>>();
    request
        .getArgDependenciesMap()
        .forEach((name, urns) -> dependencies.put(name, urns.getUrnsList()));
    return new FunctionCall(
        request.getTok(),
        StructCodec.read(request.getArgs()),
        dependencies,
        request.getProvider(),
        request.getVersion(),
        request.getPluginDownloadURL());
  }

  private static void requireNoPackage(String reference) {
    if (!reference.isEmpty()) {
      throw EngineException.unsupported("a parameterized package");
    }
  }
}
