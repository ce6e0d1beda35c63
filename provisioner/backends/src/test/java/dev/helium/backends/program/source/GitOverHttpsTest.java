package dev.helium.backends.program.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.process.Folders;
import dev.helium.backends.program.source.CommitReference.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories of a real server, by TLS. */
class GitOverHttpsTest {
  private static final Login ADA = new Login("ada", "correct horse");

  @TempDir private Path folder;

  private TestGitServer server;
  private TestRepository open;
  private String commit;

  @BeforeEach
  void serve() throws Exception {
    Path top = folder.toRealPath();
    open = new TestRepository(top.resolve("open/programs"));
    commit = open.commit("it", "open");
    new TestRepository(top.resolve("private/programs")).commit("it", "private");
    server = new TestGitServer(top, ADA);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCommitIsFetchedAndWhenItsBranchHasMovedFetchedAgain() throws Exception {
    // when
    CommitPin pin = fetch("/open/programs/.git", Login.NONE, Optional.empty());
    // then
    assertThat(pin.commit()).isEqualTo(commit);
    assertThat(folder.resolve("files/it")).hasContent("open");

    // when
    open.commit("it", "moved");
    CommitPin again = fetch("/open/programs/.git", Login.NONE, Optional.of(pin));
    // then
    assertThat(again).isEqualTo(pin);
    assertThat(folder.resolve("files/it")).hasContent("open");
  }

  @Test
  void aPasswordIsGivenAndNobodyIsAskedForOne() throws Exception {
    // when
    CommitPin _ = fetch("/private/programs/.git", ADA, Optional.empty());
    // then
    assertThat(folder.resolve("files/it")).hasContent("private");
    for (Login login : new Login[] {Login.NONE, new Login("ada", "wrong")}) {
      assertThatThrownBy(() -> fetch("/private/programs/.git", login, Optional.empty()))
          .isInstanceOf(RepositoryException.class)
          .hasMessage(
              server.address()
                  + "/private/programs/.git does not let us in: a name and a password, or other"
                  + " ones, are needed");
    }
  }

  @Test
  void nobodyIsFollowedElsewhere() {
    assertThatThrownBy(() -> fetch("/moved/programs/.git", Login.NONE, Optional.empty()))
        .isInstanceOf(RepositoryException.class)
        .hasMessage(
            server.address() + "/moved/programs/.git is somewhere else now: give its new address");
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    assertThatThrownBy(() -> fetch("/open/nothing", Login.NONE, Optional.empty()))
        .isInstanceOf(RepositoryException.class)
        .hasMessage("there is no git repository at " + server.address() + "/open/nothing");
  }

  @Test
  void whoDoesNotAnswerIsAskedAgainLater() {
    // given
    server.close();
    // then
    assertThatThrownBy(() -> fetch("/open/programs/.git", Login.NONE, Optional.empty()))
        .isInstanceOfSatisfying(
            RepositoryException.class,
            failure -> {
              assertThat(failure.isPassing()).isTrue();
              assertThat(failure).hasMessageEndingWith("does not answer as a git repository does");
            });
  }

  private CommitPin fetch(String path, Login login, Optional<CommitPin> before)
      throws IOException, RepositoryException {
    Path files = folder.resolve("files");
    Folders.remove(files);
    return new GitSource(
            Repositories.parse(server.address()),
            Map.of(
                "PATH", System.getenv("PATH"),
                "GIT_SSL_CAINFO", server.certificate().toString()),
            Optional.empty(),
            GitLimits.STANDARD)
        .fetch(
            new CommitReference(
                RepositoryAddress.parse(server.address() + path).orElseThrow(), "main", "", login),
            before,
            files,
            folder.resolve("home"));
  }
}
