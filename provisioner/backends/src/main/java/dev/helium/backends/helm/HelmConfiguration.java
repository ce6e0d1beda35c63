package dev.helium.backends.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.helm.release.ReleaseState;
import dev.helium.backends.helm.source.ChartPin;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept from run to run in the stack's configuration: which chart it was, what it made at
 * random, and which release.
 */
final class HelmConfiguration {
  /** With which {@link ReleaseState} the program begins. */
  static final String RELEASE = "helm-release";

  private static final String PROJECT = "helium:";
  private static final String CHART = PROJECT + "helm-chart";
  private static final String RANDOM = PROJECT + "helm-random";
  private static final String KEY = PROJECT + "helm-checksum-key";
  private static final ObjectMapper JSON = new ObjectMapper();

  private HelmConfiguration() {}

  static Set<String> keys() {
    return Set.of(CHART, RANDOM, KEY, PROJECT + RELEASE);
  }

  /** All of it secret: digests of what is weak tell it to whoever tries. */
  static Map<String, ConfigEntry> of(
      ChartPin pin, Map<String, List<String>> random, byte[] key, ReleaseState state) {
    return Map.of(
        CHART,
        secret(pin),
        RANDOM,
        secret(random),
        KEY,
        new ConfigEntry(HexFormat.of().formatHex(key), true),
        PROJECT + RELEASE,
        secret(state));
  }

  static Optional<ChartPin> pin(Map<String, String> kept) {
    return read(kept.get(CHART), new TypeReference<ChartPin>() {});
  }

  static Map<String, List<String>> random(Map<String, String> kept) {
    return read(kept.get(RANDOM), new TypeReference<Map<String, List<String>>>() {})
        .orElse(Map.of());
  }

  /** Of checksums of what is secret. */
  static Optional<byte[]> key(Map<String, String> kept) {
    return Optional.ofNullable(kept.get(KEY)).map(HexFormat.of()::parseHex);
  }

  static Optional<ReleaseState> state(Map<String, String> kept) {
    return state(kept.getOrDefault(PROJECT + RELEASE, ""));
  }

  static Optional<ReleaseState> state(String json) {
    return read(json, new TypeReference<ReleaseState>() {});
  }

  private static ConfigEntry secret(Object value) {
    try {
      return new ConfigEntry(JSON.writeValueAsString(value), true);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record that is no JSON", impossible);
    }
  }

  private static <T> Optional<T> read(String json, TypeReference<T> type) {
    if (json == null || json.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(json, type));
    } catch (JsonProcessingException unfit) {
      // Without its message, which may hold what was kept.
      throw unreadable();
    }
  }

  private static IllegalStateException unreadable() {
    return new IllegalStateException("what is kept of a chart cannot be read");
  }
}
