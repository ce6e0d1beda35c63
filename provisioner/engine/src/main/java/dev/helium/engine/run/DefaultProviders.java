package dev.helium.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What default providers are called and how the stack's configuration configures them. */
final class DefaultProviders {
  private static final String DISABLED = "pulumi:disable-default-providers";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, ConfigEntry> configuration;

  /** The default providers of a stack; its configuration is in clear. */
  DefaultProviders(Map<String, ConfigEntry> configuration) {
    this.configuration = configuration;
  }

  /** The name of the one of a package at a version from a place; empty texts are left out. */
  static String name(String version, String downloadUrl) {
    var name = version.isEmpty() ? "default" : "default_" + version.replaceAll("[.+-]", "_");
    return downloadUrl.isEmpty() ? name : name + "_" + qualifiedName(downloadUrl);
  }

  /** Refuses a package whose default provider the stack's configuration rules out. */
  void requireAllowed(String packageName, String type) {
    if (!packageName.equals(BuiltinPackage.NAME) && isDisabled(packageName)) {
      throw new EngineException(
          FailureClass.INVALID,
          "default provider for '"
              + packageName
              + "' disabled; '"
              + type
              + "' must use an explicit provider");
    }
  }

  /** The inputs: the stack's configuration of the package, secret where it is secret. */
  ObjectValue inputs(String packageName, String version, String downloadUrl) {
    var settings = new TreeMap<String, PropertyValue>();
    var prefix = packageName + ":";
    configuration.forEach(
        (key, entry) -> {
          if (key.startsWith(prefix)) {
            var text = new TextValue(entry.value());
            settings.put(
                key.substring(prefix.length()), entry.secret() ? new SecretValue(text) : text);
          }
        });
    return ProviderInputs.noted(new ObjectValue(settings), version, downloadUrl);
  }

  private boolean isDisabled(String packageName) {
    var entry = configuration.get(DISABLED);
    if (entry == null || entry.value().isEmpty()) {
      return false;
    }
    for (var name : disabled(entry.value())) {
      if (!name.isTextual()) {
        throw invalid(null);
      }
      if (name.asText().strip().equals("*") || name.asText().strip().equals(packageName)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode disabled(String json) {
    try {
      var names = MAPPER.readTree(json);
      if (names.isArray()) {
        return names;
      }
    } catch (JsonProcessingException invalid) {
      throw invalid(invalid);
    }
    throw invalid(null);
  }

  private static EngineException invalid(Exception cause) {
    return new EngineException(
        FailureClass.INVALID, DISABLED + " must be a JSON list of package names", cause);
  }

  private static String qualifiedName(String text) {
    return Arrays.stream(text.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> segment.replaceAll("[^A-Za-z0-9_.-]", "_"))
        .collect(Collectors.joining("/"));
  }
}
