package dev.helium.launcher.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.ExpiryPolicy;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
  @TempDir Path directory;

  @Test
  void aPolicyIsReadForEverybody() throws IOException {
    // given, when
    ExpiryPolicy policy =
        PolicyFile.read(file("{\"zone\":\"Europe/Berlin\",\"defaultDays\":2,\"maximumDays\":30}"))
            .of("namespace", "ann");
    // then
    assertThat(policy).isEqualTo(new ExpiryPolicy(ZoneId.of("Europe/Berlin"), 2, 30));
  }

  @Test
  void whatIsLeftOutIsAsWithoutAFile() throws IOException {
    assertThat(PolicyFile.read(file("{}")).of("namespace", ""))
        .isEqualTo(new ExpiryPolicy(ZoneOffset.UTC, 1, 90));
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() throws IOException {
    // given
    Path wrong =
        file("{\"zone\":\"Mars/Olympus\",\"defaultDays\":4,\"maximumDays\":3,\"defaultDay\":1}");
    // when, then
    assertThatThrownBy(() -> PolicyFile.read(wrong))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("zone must be a time zone such as Europe/Berlin")
        .hasMessageContaining("defaultDays must be a whole number from 1 to 3")
        .hasMessageContaining("defaultDay is not known");
  }

  @Test
  void whatIsNoJsonOrNotThereOrTooLargeIsSaid() throws IOException {
    assertThatThrownBy(() -> PolicyFile.read(file("{"))).hasMessageContaining("is not JSON");
    assertThatThrownBy(() -> PolicyFile.read(file("[]"))).hasMessageContaining("JSON object");
    assertThatThrownBy(() -> PolicyFile.read(directory.resolve("none")))
        .hasMessageContaining("There is no readable file");
    assertThatThrownBy(() -> PolicyFile.read(file(" ".repeat(70_000))))
        .hasMessageContaining("more than 65536 bytes");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("policy.json"), text);
  }
}
