package dev.helium.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.component.Component;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @TempDir private Path directory;

  @Test
  void areAllDifferentAndTakenAgainAtTheNextStart() throws IOException {
    // given
    ClusterDirectory files = new ClusterDirectory(directory);
    files.create();
    Ports first = Ports.choose(Ports.read(files), 0);
    first.write(files);

    // when
    Ports second = Ports.choose(Ports.read(files), 0);

    // then
    assertThat(second).isEqualTo(first);
    assertThat(first.byComponent()).hasSize(Component.values().length);
    assertThat(first.byComponent().values()).doesNotHaveDuplicates().allMatch(port -> port > 0);
  }

  @Test
  void areNoneThatAnOutgoingConnectionCouldBeGiven() throws IOException {
    // when
    Ports chosen = Ports.choose(new Ports(Map.of()), 0);

    // then
    assertThat(chosen.byComponent().values()).allMatch(port -> port < 32_000);
  }

  @Test
  void areOthersWhereTheOldOnesAreTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      // given
      Ports previous = new Ports(Map.of(Component.KWOK, taken.getLocalPort()));

      // when
      Ports next = Ports.choose(previous, 0);

      // then
      assertThat(next.of(Component.KWOK)).isNotEqualTo(taken.getLocalPort());
    }
  }
}
