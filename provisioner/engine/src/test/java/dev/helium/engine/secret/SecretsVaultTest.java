package dev.helium.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.engine.state.SaltFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that have a state in common. */
class SecretsVaultTest {
  /** Of the engine that was there first. */
  private static final String FIRST = PassphraseSecretsTest.KNOWN_STATE;

  private static final String PASSPHRASE = "password";

  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void setUp() {
    file = directory.resolve("state").resolve("salt");
  }

  @Test
  void givesNewStacksTheSaltOfTheEngineThatWasThereFirst() {
    // given
    new SaltFile(file).share(FIRST, "");
    // when
    var second = new SecretsVault(new SaltFile(file)).open(PASSPHRASE, "");
    // then
    assertThat(second.state()).isEqualTo(FIRST);
  }

  @Test
  void agreesWithOneThatSharesItsOwnAtTheSameTime() {
    // given
    var salts = new SaltFile(file);
    var overtaken =
        new SharedSalt() {
          @Override
          public Optional<String> standing() {
            return salts.standing();
          }

          @Override
          public String share(String salt, String unusable) {
            salts.share(FIRST, "");
            return salts.share(salt, unusable);
          }
        };
    // when
    var opened = new SecretsVault(overtaken).open(PASSPHRASE, "");
    // then
    assertThat(opened.state()).isEqualTo(FIRST);
    assertThat(salts.standing()).contains(FIRST);
  }

  @Test
  void replacesTheSaltOfAnotherPassphrase() {
    // given
    new SaltFile(file).share(FIRST, "");
    // when
    var opened = new SecretsVault(new SaltFile(file)).open("another passphrase", "");
    // then
    assertThat(opened.state()).isNotEqualTo(FIRST);
    assertThat(new SaltFile(file).standing()).contains(opened.state());
  }

  @Test
  void leavesOneFileThatOnlyItsOwnerCanRead() throws IOException {
    // given
    new SaltFile(file).share(FIRST, "");
    // when
    var standing = new SaltFile(file).share("v1:another:salt", "");
    // then
    assertThat(standing).isEqualTo(FIRST);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent().toFile().list()).containsExactly("salt");
  }
}
