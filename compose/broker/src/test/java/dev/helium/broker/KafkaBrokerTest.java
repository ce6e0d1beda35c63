package dev.helium.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
  @TempDir Path directory;

  @Test
  void keepsRecordsAndGroupsOverARestartOnAnotherPort() throws Exception {
    // given
    try (KafkaBroker first = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      Records.createTopic(first.bootstrap());
      Records.send(first.bootstrap(), "a", "b", "c");
      assertThat(Records.read(first.bootstrap(), "reader", 3))
          .containsExactlyInAnyOrder("a", "b", "c");
    }

    // when
    try (KafkaBroker second = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      Records.send(second.bootstrap(), "d");

      // then
      assertThat(Records.read(second.bootstrap(), "reader", 1)).containsExactly("d");
      assertThat(Records.read(second.bootstrap(), "newcomer", 4))
          .containsExactlyInAnyOrder("a", "b", "c", "d");
    }
  }

  @Test
  void createsNoTopicThatNobodyAskedFor() throws Exception {
    // given
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      Map<String, Object> client =
          Map.of("bootstrap.servers", broker.bootstrap(), "max.block.ms", "1000");

      // when
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
        assertThatThrownBy(
                () ->
                    producer
                        .send(new ProducerRecord<>("unheard-of", "value"))
                        .get(60, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class);
      }

      // then
      try (Admin admin = Admin.create(client)) {
        assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS)).isEmpty();
      }
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      // given
      BrokerOptions options = new BrokerOptions(directory, taken.getLocalPort());

      // when
      assertThatThrownBy(() -> KafkaBroker.start(options))

          // then
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("port " + taken.getLocalPort());
      assertThat(directory.resolve("data")).doesNotExist();
    }
  }

  @Test
  void refusesADirectoryThatAnotherBrokerUses() throws Exception {
    // given
    try (KafkaBroker first = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      // when
      assertThatThrownBy(() -> KafkaBroker.start(BrokerOptions.onAFreePort(directory)))

          // then
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("another broker");
      Records.createTopic(first.bootstrap());
      assertThat(directory.resolve(KafkaBroker.READY_FILE)).exists();
    }
  }

  @Test
  void announcesItselfWhileItRuns() throws Exception {
    // given
    Path ready = directory.resolve(KafkaBroker.READY_FILE);

    // when
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      // then
      assertThat(Files.readString(ready))
          .isEqualTo(ProcessHandle.current().pid() + " " + broker.bootstrap() + "\n");
    }
    assertThat(ready).doesNotExist();
  }
}
