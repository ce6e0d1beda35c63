package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.AuditEntry;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AuditCodecTest {
  private final AuditCodec codec = new AuditCodec();

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#audits")
  void everyEntryIsReadAsItWasWritten(AuditEntry entry) {
    assertThat(codec.decode(codec.encode(entry))).isEqualTo(entry);
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#audits")
  void anEntryUnderTheKeyOfAnotherIsUnreadable(AuditEntry entry) {
    // given
    Map<String, String> headers = new HashMap<>(codec.encode(entry).headers());
    headers.put(Attributes.SUBJECT, "another");
    Encoded misplaced = new Encoded(headers, codec.encode(entry).body());
    // then
    assertThatThrownBy(() -> codec.decode(misplaced)).isInstanceOf(UnreadableException.class);
  }
}
