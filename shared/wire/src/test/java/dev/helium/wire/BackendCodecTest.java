package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.BackendDescription;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BackendCodecTest {
  private final BackendCodec codec = new BackendCodec();

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#backends")
  void everyDescriptionIsReadAsItWasWritten(BackendDescription description) {
    assertThat(codec.decode(codec.encode(description, Samples.NOW))).isEqualTo(description);
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#backends")
  void aDescriptionUnderTheNameOfAnotherIsUnreadable(BackendDescription description) {
    // given
    Encoded encoded = codec.encode(description, Samples.NOW);
    Map<String, String> headers = new HashMap<>(encoded.headers());
    headers.put(Attributes.SUBJECT, "another");
    Encoded misplaced = new Encoded(headers, encoded.body());
    // then
    assertThatThrownBy(() -> codec.decode(misplaced)).isInstanceOf(UnreadableException.class);
  }
}
