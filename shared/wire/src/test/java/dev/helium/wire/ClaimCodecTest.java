package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.quota.Claim;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClaimCodecTest {
  private final ClaimCodec codec = new ClaimCodec();

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#claims")
  void everyClaimIsReadAsItWasWritten(Claim claim) {
    assertThat(codec.decode(codec.encode(claim))).isEqualTo(claim);
    assertThat(codec.encode(claim).headers()).containsEntry("ce_subject", claim.key());
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#claims")
  void aClaimUnderTheKeyOfAnotherIsUnreadable(Claim claim) {
    // given
    Map<String, String> headers = new HashMap<>(codec.encode(claim).headers());
    headers.put(Attributes.SUBJECT, "bob/example");
    Encoded misplaced = new Encoded(headers, codec.encode(claim).body());
    // then
    assertThatThrownBy(() -> codec.decode(misplaced)).isInstanceOf(UnreadableException.class);
  }
}
