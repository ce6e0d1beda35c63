package dev.helium.backends.namespace;

import dev.helium.backends.ParameterSpec;
import dev.helium.backends.values.ValuesReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the values file of this backend may say.
 *
 * @param readyAfter how long a pod takes to become ready in a simulated cluster; empty for its own
 *     default
 */
record NamespaceValues(
    String image,
    int replicas,
    int port,
    String cpu,
    String memory,
    String readyAfter,
    Map<String, String> environment) {

  static final List<ParameterSpec> PARAMETERS =
      List.of(
          new ParameterSpec(
              "image", "Container image of the web workload", "nginxinc/nginx-unprivileged:1.29"),
          new ParameterSpec("replicas", "Pods of the web workload, 0 to 20", "1"),
          new ParameterSpec("port", "Port that the image listens on, 1024 to 65535", "8080"),
          new ParameterSpec("cpu", "CPU of each pod, such as 100m or 1.5", "50m"),
          new ParameterSpec("memory", "Memory of each pod, such as 64Mi or 2Gi", "64Mi"),
          new ParameterSpec(
              "readyAfter", "Time until a pod is ready in a simulated cluster, such as 2s", ""),
          new ParameterSpec("environment", "Up to 20 environment variables", ""));

  private static final Set<String> NAMES =
      PARAMETERS.stream().map(ParameterSpec::name).collect(Collectors.toUnmodifiableSet());
  private static final Pattern IMAGE = Pattern.compile("[a-zA-Z0-9][\\w./:@-]{0,254}");
  private static final Pattern CPU = Pattern.compile("[1-9][0-9]{0,4}m|[0-9]{1,2}(\\.[0-9]{1,3})?");
  private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,5}(Ki|Mi|Gi)");
  private static final Pattern DURATION = Pattern.compile("[0-9]{1,5}(ms|s|m)");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

  static NamespaceValues from(ValuesReader reader) {
    reader.allowOnly(NAMES);
    return new NamespaceValues(
        reader.text("image", initial("image"), IMAGE, "must be an image reference"),
        reader.number("replicas", Integer.parseInt(initial("replicas")), 0, 20),
        reader.number("port", Integer.parseInt(initial("port")), 1024, 65535),
        reader.text("cpu", initial("cpu"), CPU, "must be an amount of CPU such as 100m or 1.5"),
        reader.text(
            "memory", initial("memory"), MEMORY, "must be an amount of memory such as 64Mi or 2Gi"),
        reader.text("readyAfter", "", DURATION, "must be a time such as 500ms, 2s or 1m"),
        reader.map("environment", 20, VARIABLE, "must be a variable name with a plain value"));
  }

  private static String initial(String name) {
    return PARAMETERS.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .initial();
  }
}
