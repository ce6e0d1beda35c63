package dev.helium.watcher.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProbeFailureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Readiness probe failed: HTTP probe failed with statuscode: 503 | its readiness probe is answered 503",
        "Liveness probe failed: Get \"http://10.0.0.1/?key=secret\": dial tcp 10.0.0.1:80: connect: connection refused | its liveness probe is refused a connection",
        "Startup probe failed: Get \"http://10.0.0.1/\": context deadline exceeded | its startup probe gets no answer in time",
        "Readiness probe failed: command \"check secret\" timed out | its readiness probe gets no answer in time",
        "Readiness probe failed: password is secret | its readiness probe fails",
        "odd | its probe fails"
      })
  void saysWhatAProbeHasMetAndNothingThatItHasPrinted(String message, String words) {
    assertThat(ProbeFailure.inWords(message)).isEqualTo(words).doesNotContain("secret");
  }
}
