package dev.helium.launcher.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one process is started.
 *
 * @param arguments of {@code java}
 * @param variables what it is told beyond the inherited environment
 * @param files content of what it reads once, at its start
 */
record ServicePlan(
    ServiceInstance instance, List<String> arguments, Map<String, String> variables, String files) {
  ServicePlan {
    arguments = List.copyOf(arguments);
    variables = Map.copyOf(variables);
  }

  /** The same text for the same process: another one calls for a restart. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = arguments + "\n" + new TreeMap<>(variables) + "\n" + files;
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
