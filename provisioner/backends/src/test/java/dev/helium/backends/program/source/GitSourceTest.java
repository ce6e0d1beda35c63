package dev.helium.backends.program.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.process.Folders;
import dev.helium.backends.program.source.CommitReference.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits of real repositories, by the real {@code git}. */
class GitSourceTest {
  @TempDir private Path folder;

  private TestRepository repository;
  private String first;
  private GitSource source;

  @BeforeEach
  void make() throws IOException {
    repository = new TestRepository(folder.toRealPath().resolve("repositories/programs"));
    first = repository.commit("it", "first");
    source = source(GitLimits.STANDARD);
  }

  @Test
  void aBranchATagAndACommitLeadToTheirFiles() throws Exception {
    // given
    repository.git("tag", "plain");
    repository.git("tag", "--annotate", "--message=said", "annotated");
    repository.git("branch", "side/branch");
    String second = repository.commit("it", "second");
    // then
    assertThat(fetched("")).isEqualTo(second + " second");
    assertThat(fetched("main")).isEqualTo(second + " second");
    assertThat(fetched("refs/heads/main")).isEqualTo(second + " second");
    assertThat(fetched("side/branch")).isEqualTo(first + " first");
    assertThat(fetched("plain")).isEqualTo(first + " first");
    assertThat(fetched("annotated")).isEqualTo(first + " first");
    assertThat(fetched("refs/tags/annotated")).isEqualTo(first + " first");
    assertThat(fetched(first)).isEqualTo(first + " first");
  }

  @Test
  void whatWasTakenOnceIsTakenAgainUntilAnotherIsAskedFor() throws Exception {
    // given
    CommitPin pin = fetch("main", "", Optional.empty());
    String second = repository.commit("it", "second");
    // when
    CommitPin again = fetch("main", "", Optional.of(pin));
    // then
    assertThat(again).isEqualTo(pin);
    assertThat(files().resolve("it")).hasContent("first");

    // when it is to be looked up again
    CommitPin anew = fetch("main", "today", Optional.of(pin));
    // then
    assertThat(anew.commit()).isEqualTo(second);
    assertThat(files().resolve("it")).hasContent("second");

    // when another name is given
    repository.git("branch", "other", first);
    assertThat(fetch("other", "today", Optional.of(anew)).commit()).isEqualTo(first);
  }

  @Test
  void aPinnedCommitIsTakenAlsoWhenNoBranchHasItAnyMore() throws Exception {
    // given
    CommitPin pin = fetch("main", "", Optional.empty());
    repository.git("checkout", "--quiet", "--orphan", "anew");
    repository.commit("it", "anew");
    repository.git("branch", "--delete", "--force", "main");
    repository.git("branch", "--move", "main");
    // when
    CommitPin again = fetch("main", "", Optional.of(pin));
    // then
    assertThat(again.commit()).isEqualTo(first);

    // when the server has lost it
    repository.git("reflog", "expire", "--expire=now", "--all");
    repository.git("gc", "--quiet", "--prune=now");
    // then
    assertThatThrownBy(() -> fetch("main", "", Optional.of(pin)))
        .isInstanceOf(RepositoryException.class)
        .hasMessage(repository.address() + " does not have that commit any more");
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    assertThatThrownBy(() -> fetched("nothing"))
        .isInstanceOf(RepositoryException.class)
        .hasMessage(
            repository.address()
                + " has no branch or tag nothing; a commit is given by all of its digits");
    assertThatThrownBy(() -> fetched("0".repeat(40)))
        .hasMessage(repository.address() + " does not have that commit any more");
    assertThatThrownBy(() -> fetch(repository.address() + "2", "", "", Optional.empty()))
        .hasMessage("there is no git repository at " + repository.address() + "2");
  }

  @Test
  void aNameOfTwoIsOfNone() throws IOException {
    // given
    repository.git("tag", "main");
    // then
    assertThatThrownBy(() -> fetched("main"))
        .hasMessage(
            repository.address()
                + " has both a branch and a tag main: say refs/heads/main or refs/tags/main");
  }

  @Test
  void aRepositoryWithoutACommitHasNone() throws IOException {
    // given
    TestRepository empty = new TestRepository(repository.folder().resolveSibling("empty"));
    // then
    assertThatThrownBy(() -> fetch(empty.address(), "", "", Optional.empty()))
        .hasMessage(empty.address() + " has no commit yet");
  }

  @Test
  void whatIsTooLargeOrTakesTooLongIsGivenUp() throws Exception {
    // given
    Path many = Files.createDirectory(repository.folder().resolve("many"));
    for (int number = 0; number < 30; number++) {
      Files.writeString(many.resolve("file-" + number), "file");
    }
    repository.commit();
    // then
    assertThatThrownBy(
            () -> fetched(source(new GitLimits(Duration.ofMinutes(2), 100L << 20, 20)), "main"))
        .hasMessageEndingWith(" has more than 100 MiB or 20 files")
        .isInstanceOfSatisfying(
            RepositoryException.class, refused -> assertThat(refused.isPassing()).isFalse());
    assertThatThrownBy(
            () -> fetched(source(new GitLimits(Duration.ofMillis(1), 100L << 20, 1000)), "main"))
        .isInstanceOfSatisfying(
            RepositoryException.class, passing -> assertThat(passing.isPassing()).isTrue());
  }

  @Test
  void nothingOfTheRepositoryIsRunAndNothingElseIsFetched() throws Exception {
    // given
    TestRepository other = new TestRepository(repository.folder().resolveSibling("other"));
    other.commit("inner", "inner");
    repository.git("submodule", "--quiet", "add", other.address(), "module");
    repository.commit(".gitattributes", "* filter=evil\n");
    repository.commit("hooks/post-checkout", "#!/bin/sh\ntouch ../../hooked\n");
    // when
    CommitPin pin = fetch("main", "", Optional.empty());
    // then
    assertThat(pin.commit()).hasSize(40);
    assertThat(files().resolve("module/inner")).doesNotExist();
    assertThat(folder.resolve("hooked")).doesNotExist();
  }

  @Test
  void whatAnOperatorHasNotNamedIsNotAskedNorIsWhereALinkLeads() throws Exception {
    // given
    TestRepository outside = new TestRepository(folder.toRealPath().resolve("outside"));
    outside.commit("it", "outside");
    Path link =
        Files.createSymbolicLink(repository.folder().resolveSibling("link"), outside.folder());
    // then
    assertThatThrownBy(() -> fetch(outside.address(), "", "", Optional.empty()))
        .hasMessage(outside.address() + " is none of the repositories that an operator has named");
    assertThatThrownBy(() -> fetch("file://" + link, "", "", Optional.empty()))
        .hasMessage("there is no git repository at file://" + link);
  }

  private String fetched(String name) throws Exception {
    return fetched(source, name);
  }

  private String fetched(GitSource asked, String name) throws Exception {
    CommitPin pin = fetch(asked, repository.address(), name, "", Optional.empty());
    return pin.commit() + " " + Files.readString(files().resolve("it"));
  }

  private CommitPin fetch(String name, String resolve, Optional<CommitPin> before)
      throws Exception {
    return fetch(repository.address(), name, resolve, before);
  }

  private CommitPin fetch(String address, String name, String resolve, Optional<CommitPin> before)
      throws Exception {
    return fetch(source, address, name, resolve, before);
  }

  private CommitPin fetch(
      GitSource asked, String address, String name, String resolve, Optional<CommitPin> before)
      throws Exception {
    Folders.remove(files());
    return asked.fetch(
        new CommitReference(
            RepositoryAddress.parse(address).orElseThrow(), name, resolve, Login.NONE),
        before,
        files(),
        folder.resolve("home"));
  }

  private Path files() {
    return folder.resolve("files");
  }

  private GitSource source(GitLimits limits) throws IOException {
    return new GitSource(
        Repositories.parse("file://" + folder.toRealPath().resolve("repositories")),
        Map.of("PATH", System.getenv("PATH")),
        Optional.empty(),
        limits);
  }
}
