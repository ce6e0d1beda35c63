package dev.helium.gateway.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  /** As the reference libraries of Standard Webhooks test it. */
  @Test
  void theVectorOfTheSpecificationIsMet() {
    // given, when
    String signature =
        Signature.of(
            List.of(SECRET),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            "{\"test\": 2432232314}".getBytes(UTF_8));
    // then
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void eachSecretSignsAndTheNewestComesFirst() {
    // given
    byte[] other = "another secret of some length".getBytes(UTF_8);
    Instant now = Instant.ofEpochSecond(1);
    // when
    String both = Signature.of(List.of(SECRET, other), "id", now, new byte[0]);
    // then
    assertThat(both)
        .isEqualTo(
            Signature.of(List.of(SECRET), "id", now, new byte[0])
                + " "
                + Signature.of(List.of(other), "id", now, new byte[0]));
  }
}
