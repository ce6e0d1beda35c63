package dev.helium.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import org.junit.jupiter.api.Test;

class PassphraseSecretsTest {
  /** Made by the command line with the passphrase "password". */
  static final String KNOWN_STATE =
      "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

  /** Each key takes seconds. */
  private static final PassphraseSecrets OPENED = PassphraseSecrets.open("password", KNOWN_STATE);

  @Test
  void opensWhatTheCommandLineMade() {
    // when
    var roundTrip = OPENED.decrypt(OPENED.encrypt("{\"a\":1}"));
    // then
    assertThat(roundTrip).isEqualTo("{\"a\":1}");
  }

  @Test
  void refusesAnotherPassphrase() {
    // when
    assertThatThrownBy(() -> PassphraseSecrets.open("wrong", KNOWN_STATE))
        // then
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal ->
                assertThat(refusal.failure().failureClass())
                    .isEqualTo(FailureClass.WRONG_PASSPHRASE));
  }

  @Test
  void encryptsTheSameTextDifferentlyEachTime() {
    // when
    var first = OPENED.encrypt("text");
    var second = OPENED.encrypt("text");
    // then
    assertThat(first).isNotEqualTo(second).startsWith("v1:");
    assertThat(OPENED.decrypt(second)).isEqualTo("text");
  }

  @Test
  void derivesOneKeyForAllNewStacks() {
    // given
    var vault = new SecretsVault();
    // when
    var first = vault.open("", "");
    var second = vault.open("", "");
    var reopened = vault.open("", first.state());
    // then
    assertThat(second).isSameAs(first);
    assertThat(reopened).isSameAs(first);
    assertThat(vault.open("other", "")).isNotSameAs(first);
  }
}
