package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.ConfigEntry;
import dev.helium.backends.SecretMaterial;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SecretConfigurationTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final List<GeneratedSecret> SECRETS =
      List.of(
          new GeneratedSecret.Text("password", 24),
          new GeneratedSecret.Hexadecimal("key", 16),
          new GeneratedSecret.RsaKeys("signing"));

  @Test
  void everyEntryIsMadeOnceAndIsSecretButForTheInstant() {
    // when
    Map<String, ConfigEntry> made = missing(Set.of());
    // then
    assertThat(made.keySet())
        .isEqualTo(SecretConfiguration.keys(SECRETS))
        .containsExactlyInAnyOrder(
            "helium:secret-password",
            "helium:secret-key",
            "helium:secret-signing-private",
            "helium:secret-signing-public",
            "helium:secrets-made-at");
    assertThat(made.get("helium:secret-password").value()).matches("[A-Za-z0-9]{24}");
    assertThat(made.get("helium:secret-key").value()).matches("[0-9a-f]{32}");
    assertThat(made.get("helium:secrets-made-at"))
        .isEqualTo(new ConfigEntry(NOW.toString(), false));
    made.remove("helium:secrets-made-at");
    assertThat(made.values()).allSatisfy(entry -> assertThat(entry.secret()).isTrue());
    assertThat(missing(SecretConfiguration.keys(SECRETS))).isEmpty();
  }

  @Test
  void onlyWhatIsMissingIsMadeAndAPairAsOne() {
    assertThat(
            missing(
                    Set.of(
                        "helium:secret-password",
                        "helium:secrets-made-at",
                        "helium:secret-signing-public"))
                .keySet())
        .containsExactlyInAnyOrder(
            "helium:secret-key", "helium:secret-signing-private", "helium:secret-signing-public");
  }

  @Test
  void noTwoAreTheSame() {
    assertThat(missing(Set.of()).get("helium:secret-key"))
        .isNotEqualTo(missing(Set.of()).get("helium:secret-key"));
  }

  @Test
  void theKeysOfAPairBelongTogether() throws Exception {
    // given
    Map<String, ConfigEntry> made = missing(Set.of());
    KeyFactory keys = KeyFactory.getInstance("RSA");
    PrivateKey own =
        keys.generatePrivate(
            new PKCS8EncodedKeySpec(content(made.get("helium:secret-signing-private").value())));
    PublicKey shown =
        keys.generatePublic(
            new X509EncodedKeySpec(content(made.get("helium:secret-signing-public").value())));
    // when
    Signature signing = Signature.getInstance("SHA256withRSA");
    signing.initSign(own);
    signing.update(new byte[] {1});
    Signature checking = Signature.getInstance("SHA256withRSA");
    checking.initVerify(shown);
    checking.update(new byte[] {1});
    // then
    assertThat(checking.verify(signing.sign())).isTrue();
  }

  @Test
  void noSecretShowsInWriting() {
    // given
    Secrets secrets = new Secrets(Map.of("password", "hidden"), NOW);
    // then
    assertThat(secrets.toString()).doesNotContain("hidden");
    assertThat(new ConfigEntry("hidden", true).toString()).doesNotContain("hidden");
    assertThatThrownBy(() -> secrets.value("other"))
        .hasMessageContaining("declares no secret other");
  }

  @Test
  void withoutSecretsNothingIsKept() {
    assertThat(SecretConfiguration.keys(List.of())).isEmpty();
    assertThat(
            SecretConfiguration.missing(
                List.of(), Set.of(), SecretMaterial.of(new SecureRandom()), NOW))
        .isEmpty();
  }

  private static Map<String, ConfigEntry> missing(Set<String> kept) {
    return SecretConfiguration.missing(SECRETS, kept, SecretMaterial.of(new SecureRandom()), NOW);
  }

  private static byte[] content(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
