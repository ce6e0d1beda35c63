package dev.helium.backends.program.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which repositories may be asked; nobody is. */
class RepositoriesTest {
  private static final String INSIDE = "leads to an address inside, which may not be asked here";
  private static final String UNNAMED = "is none of the repositories that an operator has named";

  @ParameterizedTest
  @CsvSource({
    "https://Git.Example.com/team/programs.git, https://git.example.com/team/programs.git",
    "https://git.example.com:8443/a//, https://git.example.com:8443/a",
    "ssh://git@example.com:22/team/a, ssh://git@example.com:22/team/a",
    "git@example.com:team/a.git, ssh://git@example.com/team/a.git",
    "https://[2606:4700::1]/a, https://[2606:4700::1]/a",
    "file:///srv/git/a, file:///srv/git/a",
  })
  void anAddressIsReadAsGitReadsIt(String text, String address) {
    assertThat(RepositoryAddress.parse(text)).map(Object::toString).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "programs",
        "/srv/git",
        "http://example.com/a",
        "git://example.com/a",
        "ext::sh -c true",
        "https://ada:secret@example.com/a",
        "https://example.com/a?b",
        "https://example.com/a#b",
        "https://example.com/a/../b",
        "https://example.com/%2e%2e/b",
        "https://example.com/a b",
        "ssh://-oProxyCommand=true/a",
        "-oProxyCommand=true@host:a",
        "git@example.com:-a",
        "file://host/a",
        "file:///",
        "file:///srv/../etc",
      })
  void whatIsNoPlainAddressIsNone(String text) {
    assertThat(RepositoryAddress.parse(text)).isEmpty();
  }

  @Test
  void byDefaultThereAreNone() {
    assertThat(problem("", "https://example.com/a")).isEqualTo(UNNAMED);
  }

  @Test
  void whatIsNamedMayBeAskedAndSoMayWhatIsBelow() {
    String named = "https://git.internal/team, ssh://git@10.0.0.7/a, file:///srv/git";
    assertThat(problem(named, "https://git.internal/team")).isEmpty();
    assertThat(problem(named, "https://git.internal/team/programs")).isEmpty();
    assertThat(problem(named, "ssh://git@10.0.0.7/a/b")).isEmpty();
    assertThat(problem(named, "file:///srv/git/programs")).isEmpty();
    assertThat(problem(named, "https://git.internal/teams")).isEqualTo(UNNAMED);
    assertThat(problem(named, "https://git.internal:444/team")).isEqualTo(UNNAMED);
    assertThat(problem(named, "ssh://root@10.0.0.7/a")).isEqualTo(UNNAMED);
    assertThat(problem(named, "file:///srv/gitolite")).isEqualTo(UNNAMED);
    assertThat(problem(named, "https://example.com/a")).isEqualTo(UNNAMED);
  }

  @Test
  void anyOutsideAreThoseOutside() {
    assertThat(problem("https", "https://example.com/a")).isEmpty();
    assertThat(problem("https", "https://localhost/a")).isEqualTo(INSIDE);
    assertThat(problem("https", "https://git.internal/a")).isEqualTo(INSIDE);
    assertThat(problem("https", "https://169.254.169.254/a")).isEqualTo(INSIDE);
    assertThat(problem("https", "https://[::1]/a")).isEqualTo(INSIDE);
    assertThat(problem("https", "ssh://git@example.com/a")).isEqualTo(UNNAMED);
    assertThat(problem("https", "file:///srv/git")).isEqualTo(UNNAMED);
    assertThat(problem("https,https://git.internal", "https://git.internal/a")).isEmpty();
  }

  @Test
  void aListOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> Repositories.parse("https://a.example, http://b.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be addresses that begin with https://, ssh:// or file://");
  }

  private static String problem(String named, String address) {
    return Repositories.parse(named)
        .problem(RepositoryAddress.parse(address).orElseThrow())
        .orElse("");
  }
}
