package dev.helium.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import org.junit.jupiter.api.Test;

class PassphraseSecretsTest {
  /** Made by the command line with the passphrase "password". */
  private static final String KNOWN_STATE =
      "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

  @Test
  void opensWhatTheCommandLineMade() {
    // given
    var opened = PassphraseSecrets.open("password", KNOWN_STATE);
    // when
    var roundTrip = opened.decrypt(opened.encrypt("{\"a\":1}"));
    // then
    assertThat(roundTrip).isEqualTo("{\"a\":1}");
  }

  @Test
  void refusesAnotherPassphrase() {
    // given
    var made = PassphraseSecrets.create("right");
    // when
    assertThatThrownBy(() -> PassphraseSecrets.open("wrong", made.state()))
        // then
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal ->
                assertThat(refusal.failure().failureClass())
                    .isEqualTo(FailureClass.WRONG_PASSPHRASE));
  }

  @Test
  void encryptsTheSameTextDifferentlyEachTime() {
    // given
    var made = PassphraseSecrets.create("");
    // when
    var first = made.encrypt("text");
    var second = made.encrypt("text");
    // then
    assertThat(first).isNotEqualTo(second).startsWith("v1:");
    assertThat(made.decrypt(second)).isEqualTo("text");
  }

  @Test
  void derivesOneKeyForAllNewStacks() {
    // given
    var vault = new SecretsVault();
    // when
    var first = vault.open("p", "");
    var second = vault.open("p", "");
    var reopened = vault.open("p", first.state());
    // then
    assertThat(second).isSameAs(first);
    assertThat(reopened).isSameAs(first);
    assertThat(vault.open("other", "")).isNotSameAs(first);
  }
}
