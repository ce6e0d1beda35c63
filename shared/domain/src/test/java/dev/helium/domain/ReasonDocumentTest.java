package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReasonDocumentTest {
  private static final String COMMAND =
      "./mvnw -pl shared/domain verify -Dtest=ReasonDocumentTest -Dhelium.reasons=write";

  @Test
  void theDocumentSaysWhatTheCodeDoes() throws IOException {
    // given
    Path file = Path.of(System.getProperty("helium.root"), "shared", "domain", "REASONS.md");
    String code = ReasonDocument.markdown();
    if (System.getProperty("helium.reasons", "").equals("write")) {
      Files.writeString(file, code);
    }
    // then
    assertThat(Files.readString(file))
        .as("%s; to write it anew: %s", file, COMMAND)
        .isEqualTo(code);
  }
}
