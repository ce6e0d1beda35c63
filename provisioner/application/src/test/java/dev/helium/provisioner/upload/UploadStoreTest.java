package dev.helium.provisioner.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Digest;
import dev.helium.domain.SealedContent;
import dev.helium.domain.WorkspaceId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadStoreTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final SealedContent ONE = new SealedContent(new Digest("1".repeat(64)), "T05F");
  private static final SealedContent TWO = new SealedContent(new Digest("2".repeat(64)), "VFdP");

  @TempDir private Path directory;
  private UploadStore store;

  @BeforeEach
  void open() {
    store = new UploadStore(directory);
  }

  @Test
  void whatIsKeptIsFoundAgain() {
    // when
    store.keep(ID, 3, ONE);
    store.keep(ID, 3, ONE);
    // then
    assertThat(store.find(ID, ONE.digest())).contains(ONE);
    assertThat(store.find(ID, TWO.digest())).isEmpty();
    assertThat(store.find(new WorkspaceId("another"), ONE.digest())).isEmpty();
  }

  @Test
  void whatIsNoLongerReferredToIsForgotten() {
    // given
    store.keep(ID, 3, ONE);
    store.keep(ID, 4, TWO);
    // when
    store.keepOnly(ID, List.of(TWO.digest()), 4);
    // then
    assertThat(store.find(ID, ONE.digest())).isEmpty();
    assertThat(store.find(ID, TWO.digest())).contains(TWO);
  }

  @Test
  void whatCameWithANewerCommandIsNotForgottenByOneWhoDoesNotKnowIt() {
    // given the same content, brought again by a command that is decided elsewhere
    store.keep(ID, 3, ONE);
    store.keep(ID, 9, ONE);
    store.keep(ID, 10, TWO);
    // when somebody who was paused before that wakes
    store.keepOnly(ID, List.of(), 8);
    // then
    assertThat(store.find(ID, ONE.digest())).contains(ONE);
    assertThat(store.find(ID, TWO.digest())).contains(TWO);
  }

  @Test
  void nothingIsLeftOfAWorkspaceThatIsGone() {
    // given
    store.keep(ID, 3, ONE);
    // when
    store.keepOnly(ID, List.of(), 3);
    store.keepOnly(ID, List.of(), 3);
    // then
    assertThat(directory).isEmptyDirectory();
  }
}
