package dev.helium.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.ClusterName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WrittenKubeconfigsTest {
  private static final ClusterName LAB = new ClusterName("lab");
  private static final String TEXT =
      """
      current-context: it
      contexts: [{name: it, context: {cluster: it, user: me}}]
      clusters: [{name: it, cluster: {server: "https://127.0.0.1:1"}}]
      users: [{name: me, user: {token: hush}}]
      """;

  @TempDir Path directory;
  private Path folder;
  private WrittenKubeconfigs written;

  @BeforeEach
  void folder() {
    folder = directory.resolve("clusters");
    written = new WrittenKubeconfigs(folder);
  }

  @Test
  void whatIsWrittenIsFoundAndForItsOwnerAlone() throws IOException {
    // when
    written.write(LAB, "life 1", Kubeconfig.of(TEXT));
    // then
    assertThat(ClusterFolder.find(folder, LAB).orElseThrow().read().getMasterUrl())
        .startsWith("https://127.0.0.1:1");
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("lab.kubeconfig"))).isEqualTo("rw-------");
    assertThat(files()).containsExactly("lab.kubeconfig");
    // when it is written again
    written.write(LAB, "life 1", Kubeconfig.of(TEXT.replace("hush", "hist")));
    // then
    assertThat(ClusterFolder.find(folder, LAB).orElseThrow().content()).contains("hist");
    assertThat(permissions(folder.resolve("lab.kubeconfig"))).isEqualTo("rw-------");
    // when
    written.remove(LAB);
    written.remove(LAB);
    // then
    assertThat(files()).isEmpty();
  }

  @Test
  void whatSomebodyElseHasPutThereStays() throws IOException {
    // given
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("lab.kubeconfig"), TEXT);
    // when
    written.remove(LAB);
    written.remove(LAB, "life 1");
    // then
    assertThat(Files.readString(folder.resolve("lab.kubeconfig"))).isEqualTo(TEXT);
    assertThat(written.problem(LAB)).get().asString().contains("somebody else");
    assertThat(written.problem(new ClusterName("other"))).isEmpty();
  }

  @Test
  void onlyWhatWasWrittenWithTheMarkIsTakenBackByIt() throws IOException {
    // given
    written.write(LAB, "life 1 by 17", Kubeconfig.of(TEXT));
    // when
    written.remove(LAB, "life 1 by 1");
    // then
    assertThat(files()).containsExactly("lab.kubeconfig");
    // when
    written.remove(LAB, "life 1 by 17");
    // then
    assertThat(files()).isEmpty();
  }

  @Test
  void draftsThatAKilledProcessLeftGoWithTheNextWord() throws IOException {
    // given
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("lab.4711.draft"), TEXT);
    Files.writeString(folder.resolve("lab-two.4711.draft"), TEXT);
    // when
    written.remove(LAB);
    // then
    assertThat(files()).containsExactly("lab-two.4711.draft");
  }

  @Test
  void thereAreNoMoreThanCanBeFollowed() throws IOException {
    // given
    Files.createDirectories(folder);
    for (int number = 1; number < ClusterFolder.MOST - 1; number++) {
      Files.writeString(folder.resolve("cluster-" + number + ".kubeconfig"), TEXT);
    }
    assertThat(written.problem(LAB)).isEmpty();
    // when
    written.write(LAB, "life 1", Kubeconfig.of(TEXT));
    // then
    assertThat(written.problem(new ClusterName("one-more")))
        .contains("there are as many further clusters as can be followed");
    assertThat(written.problem(LAB)).isEmpty();
  }

  @Test
  void whatCannotBeUsedIsNoKubeconfig() {
    assertThatThrownBy(() -> Kubeconfig.of(TEXT.replace("token: hush", "exec: {command: sh}")))
        .isInstanceOf(UnusableKubeconfigException.class)
        .hasMessage("it has a user with exec");
    assertThatThrownBy(() -> Kubeconfig.of("#".repeat(ClusterFolder.LARGEST + 1)))
        .isInstanceOf(UnusableKubeconfigException.class)
        .hasMessageStartingWith("it is larger than");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
