package dev.helium.watcher.judging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeTextTest {
  @ParameterizedTest
  @CsvSource({
    "no address?, no address?",
    "Get https://registry.example/v2/: refused, Get https://registry.example/v2/: refused",
    "Get \"https://me:secret@registry.example/v2/\": EOF, Get \"https://registry.example/v2/\": EOF",
    "Get \"https://auth.example/token?key=secret\": 401, Get \"https://auth.example/token?…\": 401",
    "see https://a.example?x=secret and http://u@b.example, see https://a.example?… and http://b.example"
  })
  void takesUsersAndQueriesOutOfAddresses(String said, String kept) {
    assertThat(SafeText.of(said)).isEqualTo(kept);
  }
}
