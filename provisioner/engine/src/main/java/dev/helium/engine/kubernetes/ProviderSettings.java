package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.SecretMarks;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a provider resource asks for.
 *
 * @param kubeconfig text or path, empty for the engine's own
 * @param context the context to use, empty for the current one
 * @param cluster the cluster to use, empty for the context's
 * @param namespace where objects without a namespace go
 * @param flags what is switched on
 * @param limits what requests are held to
 */
record ProviderSettings(
    String kubeconfig,
    String context,
    String cluster,
    String namespace,
    Set<ProviderFlag> flags,
    ClientLimits limits) {
  /**
   * Settings that change nothing here: they silence messages of the plugin, concern charts, spell
   * out versions, or count only when providers are compared.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "version",
          "pluginDownloadURL",
          "suppressDeprecationWarnings",
          "suppressHelmHookWarnings",
          "suppressHelmReleaseBetaWarning",
          "enableReplaceCRD",
          "helmReleaseSettings",
          "clusterIdentifier");

  private static final Set<String> KNOWN =
      Set.of("kubeconfig", "context", "cluster", "namespace", "kubeClientSettings");

  ProviderSettings {
    flags = Set.copyOf(flags);
  }

  /** The settings; a failure names the one that is not supported. */
  static ProviderSettings of(ObjectValue inputs, Map<String, String> environment) {
    var plain = SecretMarks.reveal(inputs);
    refuseUnknown(plain);
    var flags = EnumSet.noneOf(ProviderFlag.class);
    for (var flag : ProviderFlag.values()) {
      if (isOn(flag, plain, environment)) {
        flags.add(flag);
      }
    }
    refuse(flags, plain);
    return new ProviderSettings(
        kubeconfig(plain),
        plain.text("context"),
        plain.text("cluster"),
        plain.text("namespace"),
        flags,
        ClientLimits.of(plain.get("kubeClientSettings"), environment));
  }

  boolean is(ProviderFlag flag) {
    return flags.contains(flag);
  }

  /** The kubeconfig as text or path; given as an object it becomes text. */
  static String kubeconfig(ObjectValue plain) {
    return plain.get("kubeconfig") instanceof ObjectValue object
        ? CheckpointFields.toJson(object).toString()
        : plain.text("kubeconfig");
  }

  /** True when a flag is switched on, by the setting or else by the environment. */
  static boolean isOn(ProviderFlag flag, ObjectValue plain, Map<String, String> environment) {
    return switch (plain.get(flag.setting())) {
      case BooleanValue(var value) -> value;
      case TextValue(var text) -> "true".equals(text);
      default -> {
        var variable = environment.get(flag.variable());
        yield variable == null ? flag.standard() : "true".equals(variable);
      }
    };
  }

  private static void refuseUnknown(ObjectValue plain) {
    var flags =
        Arrays.stream(ProviderFlag.values())
            .map(ProviderFlag::setting)
            .collect(Collectors.toUnmodifiableSet());
    plain
        .fields()
        .forEach(
            (name, value) -> {
              var known = KNOWN.contains(name) || HARMLESS.contains(name) || flags.contains(name);
              if (!known && isSet(value)) {
                throw unsupported(name);
              }
            });
  }

  private static void refuse(Set<ProviderFlag> flags, ObjectValue plain) {
    if (!flags.contains(ProviderFlag.ENABLE_SERVER_SIDE_APPLY)) {
      throw unsupported("enableServerSideApply=false");
    }
    if (flags.contains(ProviderFlag.ALWAYS_RENDER)) {
      throw unsupported("alwaysRender");
    }
    if (flags.contains(ProviderFlag.AWAIT_ALL)) {
      throw EngineException.unsupported("PULUMI_K8S_AWAIT_ALL");
    }
    if (isSet(plain.get("renderYamlToDirectory"))) {
      throw unsupported("renderYamlToDirectory");
    }
  }

  private static boolean isSet(PropertyValue value) {
    return switch (value) {
      case NullValue() -> false;
      case BooleanValue(var on) -> on;
      case TextValue(var text) -> !text.isEmpty() && !"false".equals(text);
      default -> !PlainValues.revealed(value).equals(Map.of());
    };
  }

  private static EngineException unsupported(String setting) {
    return EngineException.unsupported("the setting " + setting + " of provider kubernetes");
  }
}
