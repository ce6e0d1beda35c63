package dev.helium.backends.program;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a program puts out, in the terms of the API: under its own names, and under those of the API
 * where one of them is meant. Those of the original's programs are known.
 */
final class ProgramOutputs {
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("k8s", "K8s"),
          Map.entry("k8sconnection", "K8s"),
          Map.entry("k8snamespace", "K8sNamespace"),
          Map.entry("consoleurl", "ConsoleURL"),
          Map.entry("notebooksurl", "NotebooksURL"),
          Map.entry("juypterurl", "NotebooksURL"),
          Map.entry("jupyterurl", "NotebooksURL"),
          Map.entry("gcsbucket", "GCSBucket"),
          Map.entry("bucket", "GCSBucket"),
          Map.entry("pachdip", "PachdIp"),
          Map.entry("pachctl", "Pachctl"));

  private ProgramOutputs() {}

  static Map<String, String> of(Map<String, String> said) {
    Map<String, String> outputs = new HashMap<>(said);
    // In an order, so that of two that mean the same it is always the same one that counts.
    new TreeMap<>(said)
        .forEach(
            (name, value) -> {
              String meant = MEANT.get(name.toLowerCase(Locale.ROOT));
              if (meant != null && !said.containsKey(meant)) {
                outputs.putIfAbsent(meant, address(meant, value));
              }
            });
    return outputs;
  }

  private static String address(String name, String value) {
    return name.endsWith("URL") && !value.isEmpty() && !value.contains("://")
        ? "https://" + value
        : value;
  }
}
