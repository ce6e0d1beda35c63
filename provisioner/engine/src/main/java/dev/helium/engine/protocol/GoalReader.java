package dev.helium.engine.protocol;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.asset.AssetHashes;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.run.Alias;
import dev.helium.engine.run.Goal;
import dev.helium.engine.run.Goal.Inheritable;
import dev.helium.engine.run.Goal.Replacement;
import dev.helium.engine.state.ResourceOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pulumirpc.AliasOuterClass;
import pulumirpc.Resource.RegisterResourceRequest;

/** Reads a registration and refuses, by name, what this engine does not do. */
final class GoalReader {
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");

  private GoalReader() {}

  static Goal read(RegisterResourceRequest request, AssetHashes assets) {
    refuseUnsupported(request);
    return new Goal(
        request.getType(),
        request.getName(),
        request.getCustom(),
        request.getParent(),
        request.getProvider(),
        request.getProvidersMap(),
        request.getVersion(),
        request.getPluginDownloadURL(),
        assets.in(StructCodec.read(request.getObject())),
        request.getDependenciesList(),
        propertyDependencies(request),
        aliases(request),
        options(request),
        unsaid(request),
        replacement(request));
  }

  private static void refuseUnsupported(RegisterResourceRequest request) {
    refuse(request.getTransformsCount() > 0, "the resource option transforms");
    refuse(request.hasHooks(), "the resource option hooks");
    refuse(!request.getPackageRef().isEmpty(), "a parameterized package");
  }

  private static void refuse(boolean present, String what) {
    if (present) {
      throw EngineException.unsupported(what);
    }
  }

  /** What is left out of a specification is as the resource has it now. */
  private static List<Alias> aliases(RegisterResourceRequest request) {
    return Stream.concat(
            request.getAliasURNsList().stream().map(Alias.Urn::new),
            request.getAliasesList().stream()
                .map(
                    alias ->
                        alias.hasUrn() ? new Alias.Urn(alias.getUrn()) : alias(alias.getSpec())))
        .toList();
  }

  private static Alias alias(AliasOuterClass.Alias.Spec spec) {
    return new Alias.Specification(
        spec.getName(),
        spec.getType(),
        spec.getStack(),
        spec.getProject(),
        spec.getParentUrn(),
        spec.getNoParent());
  }

  private static ResourceOptions options(RegisterResourceRequest request) {
    return new ResourceOptions(
        request.getProtect(),
        request.getRetainOnDelete(),
        request.getDeletedWith(),
        request.getAdditionalSecretOutputsList(),
        request.getIgnoreChangesList(),
        request.getReplaceOnChangesList(),
        timeouts(request.getCustomTimeouts()),
        request.getImportId(),
        request.getReplaceWithList(),
        request.hasReplacementTrigger()
            ? StructCodec.read(request.getReplacementTrigger())
            : new NullValue(),
        request.getHideDiffsList());
  }

  private static Set<Inheritable> unsaid(RegisterResourceRequest request) {
    var unsaid = EnumSet.noneOf(Inheritable.class);
    if (!request.hasProtect()) {
      unsaid.add(Inheritable.PROTECT);
    }
    if (!request.hasRetainOnDelete()) {
      unsaid.add(Inheritable.RETAIN_ON_DELETE);
    }
    return unsaid;
  }

  private static Replacement replacement(RegisterResourceRequest request) {
    if (!request.getDeleteBeforeReplaceDefined()) {
      return Replacement.UNSPECIFIED;
    }
    return request.getDeleteBeforeReplace() ? Replacement.DELETE_FIRST : Replacement.CREATE_FIRST;
  }

  private static Map<String, List<String>> propertyDependencies(RegisterResourceRequest request) {
    var byProperty = new TreeMap<String, List<String>>();
    request
        .getPropertyDependenciesMap()
        .forEach((property, urns) -> byProperty.put(property, urns.getUrnsList()));
    return byProperty;
  }

  private static Map<String, Duration> timeouts(RegisterResourceRequest.CustomTimeouts timeouts) {
    var byOperation = new TreeMap<String, Duration>();
    put(byOperation, "create", timeouts.getCreate());
    put(byOperation, "update", timeouts.getUpdate());
    put(byOperation, "delete", timeouts.getDelete());
    put(byOperation, "read", timeouts.getRead());
    return byOperation;
  }

  private static void put(Map<String, Duration> timeouts, String operation, String text) {
    if (!text.isEmpty()) {
      timeouts.put(operation, duration(text));
    }
  }

  /** A duration as Go writes it, such as {@code 1h2m3.5s}. */
  static Duration duration(String text) {
    var matcher = TIME.matcher(text);
    var total = Duration.ZERO;
    var end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      var nanoseconds = Double.parseDouble(matcher.group(1)) * nanoseconds(matcher.group(2));
      total = total.plusNanos(Math.round(nanoseconds));
    }
    if (end != text.length() || total.isZero()) {
      throw new EngineException(FailureClass.INVALID, "not a time: " + text);
    }
    return total;
  }

  private static double nanoseconds(String unit) {
    return switch (unit) {
      case "h" -> 3_600e9;
      case "m" -> 60e9;
      case "s" -> 1e9;
      case "ms" -> 1e6;
      case "us", "µs" -> 1e3;
      default -> 1;
    };
  }
}
