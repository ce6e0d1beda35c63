package dev.helium.deletion.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.proof.NamespaceFacts;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelsTest {
  @Test
  void tellsWhoseANamespaceIsAndWhatKeepsIt() {
    Namespace namespace =
        new NamespaceBuilder()
            .withNewMetadata()
            .withName("demo")
            .addToLabels("helium.dev/workspace", "demo")
            .addToLabels("helium.dev/incarnation", "2")
            .withCreationTimestamp("2026-06-01T10:00:00Z")
            .withDeletionTimestamp("2026-06-01T12:00:00Z")
            .addToFinalizers("example.com/keep")
            .endMetadata()
            .withNewSpec()
            .withFinalizers("kubernetes", "example.com/other")
            .endSpec()
            .withNewStatus()
            .addNewCondition()
            .withType("NamespaceContentRemaining")
            .withStatus("True")
            .withMessage("Some resources are remaining: pods. has 1 resource instances")
            .endCondition()
            .addNewCondition()
            .withType("NamespaceDeletionDiscoveryFailure")
            .withStatus("False")
            .withMessage("All resources successfully discovered")
            .endCondition()
            .endStatus()
            .build();
    assertThat(Labels.facts(namespace))
        .isEqualTo(
            new NamespaceFacts(
                "demo",
                "demo",
                "2",
                Instant.parse("2026-06-01T10:00:00Z"),
                true,
                List.of(
                    "Some resources are remaining: pods. has 1 resource instances",
                    "its finalizer example.com/keep is still on it",
                    "its finalizer example.com/other is still on it")));
  }

  @Test
  void copesWithANamespaceThatSaysNothing() {
    Namespace bare =
        new NamespaceBuilder().withNewMetadata().withName("demo").endMetadata().build();
    assertThat(Labels.facts(bare))
        .isEqualTo(new NamespaceFacts("demo", "", "", Instant.EPOCH, false, List.of()));
  }
}
