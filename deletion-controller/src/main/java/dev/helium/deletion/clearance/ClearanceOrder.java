package dev.helium.deletion.clearance;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator has ordered.
 *
 * @param wanted whether every workspace is to be deleted
 * @param confirmation what was named to confirm it; empty when nothing was
 */
public record ClearanceOrder(boolean wanted, String confirmation) {
  static final String VARIABLE = "HELIUM_CONTROLPLANE_DELETE_ALL";
  static final String CONFIRM = VARIABLE + "_CONFIRM";

  /** Nothing was ordered. */
  public static final ClearanceOrder NONE = new ClearanceOrder(false, "");

  public ClearanceOrder {
    Objects.requireNonNull(confirmation, "confirmation");
  }

  public static ClearanceOrder of(Environment environment) {
    String wanted = environment.text(VARIABLE, "false").strip().toLowerCase(Locale.ROOT);
    return switch (wanted) {
      case "true" -> new ClearanceOrder(true, environment.text(CONFIRM, "").strip());
      case "false" -> NONE;
      default -> throw new ConfigurationException(VARIABLE, "must be true or false");
    };
  }

  /** Why it is not carried out; empty when it is confirmed. */
  Optional<String> refusal(String kafkaCluster) {
    if (confirmation.equals(kafkaCluster)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s is set and nothing is deleted, because %s %s. To end every workspace of the control plane whose log is in the Kafka cluster %s, set %s=%s"
            .formatted(
                VARIABLE,
                CONFIRM,
                confirmation.isEmpty() ? "is not set" : "names another Kafka cluster",
                kafkaCluster,
                CONFIRM,
                kafkaCluster));
  }
}
