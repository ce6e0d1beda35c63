package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import java.time.Duration;
import java.util.Map;

/**
 * What a provider's requests are held to.
 *
 * @param perSecond requests per second, zero for no limit
 * @param burst requests at once before the rate counts
 * @param timeout the longest one request may take, zero for the engine's limit
 */
record ClientLimits(double perSecond, int burst, Duration timeout) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What the provider plugin allows at once when only a rate is given. */
  private static final int STANDARD_BURST = 120;

  static ClientLimits of(PropertyValue setting, Map<String, String> environment) {
    var given = object(setting);
    var qps = number(given, "qps", environment, "PULUMI_K8S_CLIENT_QPS", 0);
    var burst = number(given, "burst", environment, "PULUMI_K8S_CLIENT_BURST", STANDARD_BURST);
    var timeout = number(given, "timeout", environment, "PULUMI_K8S_CLIENT_TIMEOUT", 0);
    return new ClientLimits(qps, (int) burst, Duration.ofMillis((long) (timeout * 1000)));
  }

  private static ObjectValue object(PropertyValue setting) {
    return switch (setting) {
      case ObjectValue object -> object;
      case TextValue(var text) -> parse(text);
      case NullValue() -> ObjectValue.empty();
      default -> throw invalid("must be an object");
    };
  }

  private static ObjectValue parse(String text) {
    try {
      return CheckpointFields.fromJson(MAPPER.readTree(text));
    } catch (JsonProcessingException | IllegalArgumentException notJson) {
      throw invalid("must be an object in JSON");
    }
  }

  private static double number(
      ObjectValue given, String name, Map<String, String> environment, String variable, int none) {
    var text =
        switch (given.get(name)) {
          case PropertyValue.NumberValue(var value) -> Double.toString(value);
          case TextValue(var value) -> value;
          case NullValue() -> environment.getOrDefault(variable, "");
          default -> throw invalid(name + " must be a number");
        };
    if (text.isEmpty()) {
      return none;
    }
    try {
      var value = Double.parseDouble(text);
      if (value >= 0 && value <= 1_000_000) {
        return value;
      }
    } catch (NumberFormatException notNumber) {
      throw invalid(name + " must be a number");
    }
    throw invalid(name + " must be between 0 and 1000000");
  }

  private static EngineException invalid(String rule) {
    return new EngineException(
        FailureClass.INVALID, "kubeClientSettings of provider kubernetes: " + rule);
  }
}
