package dev.helium.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.deletion.ledger.LedgerPolicy;
import dev.helium.deletion.ledger.LedgerPolicy.OnDrift;
import dev.helium.deletion.ledger.LedgerPolicy.OnOrphan;
import dev.helium.deletion.stacks.StackFolder;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeletionSettingsTest {
  @Test
  void withoutAWordItOnlyTells() {
    // when
    DeletionSettings settings = settings(Map.of());
    // then
    assertThat(settings.ledger()).isEqualTo(LedgerPolicy.DEFAULT);
    assertThat(settings.stacks()).isEqualTo(new StackFolder.Unknown());
  }

  @Test
  void everyKnobOfTheLedgerIsTaken() {
    // when
    DeletionSettings settings =
        settings(
            Map.of(
                "HELIUM_STATE_DIRECTORY", "state",
                "HELIUM_ORPHANS", "repair",
                "HELIUM_DRIFT", "close",
                "HELIUM_ORPHANS_INTERVAL", "PT10M",
                "HELIUM_ORPHANS_PATIENCE", "PT1H"));
    // then
    assertThat(settings.stacks()).isEqualTo(new StackFolder.At(Path.of("state")));
    assertThat(settings.ledger().orphans()).isEqualTo(OnOrphan.REPAIR);
    assertThat(settings.ledger().drift()).isEqualTo(OnDrift.CLOSE);
    assertThat(settings.ledger().interval()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.ledger().patience()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aWordThatIsNoPolicyIsRefusedByItsName() {
    assertThatThrownBy(() -> settings(Map.of("HELIUM_DRIFT", "delete")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("HELIUM_DRIFT");
    assertThatThrownBy(() -> settings(Map.of("HELIUM_ORPHANS", "yes")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("HELIUM_ORPHANS");
    assertThatThrownBy(() -> settings(Map.of("HELIUM_ORPHANS_INTERVAL", "PT1S")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("HELIUM_ORPHANS_INTERVAL");
  }

  private static DeletionSettings settings(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("HELIUM_KAFKA_BOOTSTRAP", "127.0.0.1:9092");
    variables.put("HELIUM_KUBECONFIG", "kubeconfig");
    return DeletionSettings.of(Environment.of(variables));
  }
}
