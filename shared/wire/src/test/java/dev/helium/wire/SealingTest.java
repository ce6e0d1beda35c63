package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.SealedContent;
import dev.helium.domain.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealingTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final byte[] CONTENT = "password: hunter2".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;

  @Test
  void whoHoldsTheKeyReadsWhatWasSealed() throws IOException {
    // given
    Path keys = directory.resolve("keys/sealing.json");
    SealedContent sealed = Sealing.open(keys).seal(ID, CONTENT);
    // when
    byte[] opened = Sealing.open(keys).unseal(ID, sealed);
    // then
    assertThat(opened).isEqualTo(CONTENT);
    assertThat(sealed.ciphertext()).doesNotContain("hunter2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
    assertThat(keys.getParent().toFile().list()).containsExactly("sealing.json");
  }

  @Test
  void anotherWorkspaceCannotOpenIt() throws IOException {
    // given
    Sealing sealing = Sealing.open(directory.resolve("sealing.json"));
    SealedContent sealed = sealing.seal(ID, CONTENT);
    // then
    assertThatThrownBy(() -> sealing.unseal(new WorkspaceId("another"), sealed))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void anotherKeyCannotOpenIt() throws IOException {
    // given
    SealedContent sealed = Sealing.open(directory.resolve("one.json")).seal(ID, CONTENT);
    Sealing other = Sealing.open(directory.resolve("two.json"));
    // then
    assertThatThrownBy(() -> other.unseal(ID, sealed))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("keys at hand");
  }

  @Test
  void whatABrowserKeepsIsGoodForOnePurposeAndNotWhenItWasChanged() throws IOException {
    // given
    Sealing sealing = Sealing.open(directory.resolve("sealing.json"));
    String sealed = sealing.seal(Sealing.Purpose.SESSION, CONTENT);
    char last = sealed.charAt(sealed.length() - 3);
    String changed =
        sealed.substring(0, sealed.length() - 3)
            + (last == 'A' ? 'B' : 'A')
            + sealed.substring(sealed.length() - 2);
    // then
    assertThat(sealing.unseal(Sealing.Purpose.SESSION, sealed)).isEqualTo(CONTENT);
    assertThat(sealed).matches("[A-Za-z0-9_-]+");
    for (String wrong : List.of(changed, "", "not sealed", sealed.substring(4))) {
      assertThatThrownBy(() -> sealing.unseal(Sealing.Purpose.SESSION, wrong))
          .isInstanceOf(UnreadableException.class);
    }
    assertThatThrownBy(() -> sealing.unseal(Sealing.Purpose.FORM, sealed))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void aFileThatIsNoKeySetIsNamed() throws IOException {
    // given
    Path keys = Files.writeString(directory.resolve("keys.json"), "{}");
    // then
    assertThatThrownBy(() -> Sealing.open(keys))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("keys.json");
  }
}
