package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StateDocumentTest {
  private static final String COMMAND =
      "./mvnw -pl shared/domain verify -Dtest=StateDocumentTest -Dhelium.states=write";

  @Test
  void theDocumentSaysWhatTheCodeDoes() throws IOException {
    // given
    Path file = Path.of(System.getProperty("helium.root"), "shared", "domain", "STATES.md");
    String code = new StateDocument(Transition.all()).markdown();
    if (System.getProperty("helium.states", "").equals("write")) {
      Files.writeString(file, code);
    }
    // then
    assertThat(Files.readString(file))
        .as("%s; to write it anew: %s", file, COMMAND)
        .isEqualTo(code);
  }

  @Test
  void theSameWordsAlwaysLeadToTheSame() {
    assertThat(Transition.all())
        .extracting(Transition::state, Transition::when, Transition::trigger)
        .doesNotHaveDuplicates();
  }
}
