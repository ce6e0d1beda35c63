package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Products are as their makers ship them, but for what is written down with its reason. */
final class FactsTest {
  private static final String COMMAND =
      "./mvnw -pl provisioner/backends verify -Dtest=FactsTest -Dhelium.facts=write";
  private static final String HEAD =
      """
      # Products, fact by fact

      Made by `FactsTest` from the objects of each backend and what is known of the product (`facts.yaml` beside its
      tests). Known → ours, where they differ; `(ours)` where nothing is known.

      """;

  @Test
  void everyDifferenceFromWhatIsKnownHasAReason() {
    assertThat(sheets()).allSatisfy(sheet -> assertThat(sheet.unexplained()).isEmpty());
  }

  @Test
  void theDocumentSaysWhatTheObjectsAre() throws IOException {
    // given
    Path file = Path.of(System.getProperty("helium.root"), "provisioner", "backends", "FACTS.md");
    String page = HEAD + String.join("\n", sheets().stream().map(FactSheet::markdown).toList());
    if (System.getProperty("helium.facts", "").equals("write")) {
      Files.writeString(file, page);
    }
    // then
    assertThat(Files.readString(file))
        .as("%s; to write it anew: %s", file, COMMAND)
        .isEqualTo(page);
  }

  private static List<FactSheet> sheets() {
    return BackendRegistry.standard().all().stream()
        .map(FactsTest::sheet)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<FactSheet> sheet(Backend backend) {
    return backend instanceof ProductBackend product
        ? Facts.of(product).map(facts -> new FactSheet(product, facts))
        : Optional.empty();
  }
}
