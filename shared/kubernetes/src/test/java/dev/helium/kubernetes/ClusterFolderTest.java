package dev.helium.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.ClusterName;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClusterFolderTest {
  private static final String GOOD =
      """
      current-context: it
      contexts: [{name: it, context: {cluster: it, user: me}}]
      clusters: [{name: it, cluster: {server: "https://127.0.0.1:1"}}]
      users: [{name: me, user: {token: hush}}]
      """;

  @TempDir Path directory;

  private Map<ClusterName, ClusterSource> read() throws IOException {
    return new ClusterFolder(directory, ClusterFolderTest::connect).read();
  }

  private static KubernetesClient connect(Kubeconfig kubeconfig) {
    return new KubernetesClientBuilder().withConfig(kubeconfig.read()).build();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }

  @Test
  void takesFilesThatAreNamedAfterWorkspacesAndNoOthers() throws IOException {
    // given
    write("one.kubeconfig", GOOD);
    write("two.kubeconfig", GOOD);
    write(".kubeconfig", GOOD);
    write("Not_a_workspace.kubeconfig", GOOD);
    write("one.kubeconfig.draft", GOOD);
    // when, then
    assertThat(read()).containsOnlyKeys(new ClusterName("one"), new ClusterName("two"));
  }

  @Test
  void somebodyCanSayOfAClusterToWhichNoKubeconfigLeadsThatItIsGone() throws IOException {
    // given
    ClusterFolder folder = new ClusterFolder(directory, ClusterFolderTest::connect);
    write("one.kubeconfig", GOOD);
    write("one.gone", "");
    write("two.gone", "");
    write("Not_a_workspace.gone", "");
    // when
    folder.read();
    // then
    assertThat(folder.isSaidGone(new ClusterName("one"))).isFalse();
    assertThat(folder.isSaidGone(new ClusterName("two"))).isTrue();
    // when
    Files.delete(directory.resolve("one.kubeconfig"));
    Files.delete(directory.resolve("two.gone"));
    folder.read();
    // then
    assertThat(folder.isSaidGone(new ClusterName("one"))).isTrue();
    assertThat(folder.isSaidGone(new ClusterName("two"))).isFalse();
  }

  @Test
  void tellsWhatIsNewFromWhatIsWrittenAgain() throws IOException {
    // given
    write("one.kubeconfig", GOOD);
    ClusterSource first = read().get(new ClusterName("one"));
    // when
    write("one.kubeconfig", GOOD);
    ClusterSource again = read().get(new ClusterName("one"));
    write("one.kubeconfig", GOOD.replace("hush", "hist"));
    ClusterSource other = read().get(new ClusterName("one"));
    // then
    assertThat(first.isSameAs(again)).isTrue();
    assertThat(first.isSameAs(other)).isFalse();
    assertThat(first.toString()).doesNotContain("hush");
  }

  @Test
  void makesAClientOfAKubeconfigThatHoldsAllItNeeds() throws IOException {
    // given
    write("one.kubeconfig", GOOD);
    // when
    try (var client = read().get(new ClusterName("one")).client().get()) {
      // then
      assertThat(client.getMasterUrl().getPort()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token: hush              | exec: {command: touch, args: [hush]} | it has a user with exec
          token: hush              | auth-provider: {name: gcp}           | it has a user with auth-provider
          token: hush              | tokenFile: /hush                     | it has a user with tokenFile instead of token
          token: hush              | client-key: /hush                    | it has a user with client-key instead of its data
          current-context: it      | current-context: hush                | it has no current context
          server: "https://127.0.0.1:1" | proxy-url: "http://hush"        | its current context has no cluster with a server
          current-context: it      | 'hush: [: hush'                      | it is no kubeconfig
          """)
  void refusesWhatWouldRunCommandsOrReadFilesAndSaysNothingOfTheContent(
      String part, String instead, String why) throws IOException {
    // given
    write("one.kubeconfig", GOOD.replace(part, instead));
    ClusterSource source = read().get(new ClusterName("one"));
    // when, then
    assertThatThrownBy(() -> source.client().get())
        .isInstanceOf(UnusableKubeconfigException.class)
        .hasMessage(why)
        .hasNoCause();
  }

  @Test
  void readsNoMoreThanAKubeconfigCanHave() throws IOException {
    // given
    write("one.kubeconfig", GOOD + "#".repeat(ClusterFolder.LARGEST));
    ClusterSource source = read().get(new ClusterName("one"));
    // when, then
    assertThatThrownBy(() -> source.client().get())
        .isInstanceOf(UnusableKubeconfigException.class)
        .hasMessage("it is larger than 262144 bytes");
  }

  @Test
  void takesNoMoreClustersThanCanBeFollowed() throws IOException {
    // given
    for (int index = 0; index <= ClusterFolder.MOST; index++) {
      write("many-%03d.kubeconfig".formatted(index), GOOD);
    }
    // when, then
    assertThat(read()).hasSize(ClusterFolder.MOST).doesNotContainKey(new ClusterName("many-100"));
  }

  @Test
  void doesNotTakeAFolderThatIsMissingForAnEmptyOne() throws IOException {
    // given
    Files.delete(directory);
    // when, then
    assertThatThrownBy(this::read).isInstanceOf(NoSuchFileException.class);
  }
}
