package dev.helium.broker.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class TestBrokerTest {
  private static final String TOPIC = "some.topic";
  private static final String GROUP = "some-group";
  private static final Duration POLL = Duration.ofMillis(100);

  @Test
  void leavesNothingOfOneTestForTheNext(TestBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        KafkaProducer<String, String> paused = producer(broker)) {
      // given a member with a name, which stays in its group, and a transaction under way
      make(admin);
      paused.initTransactions();
      paused.beginTransaction();
      assertThat(append(paused)).isZero();
      joinAndLeave(broker);
      assertThat(groups(admin)).isEqualTo(1);
      // when
      broker.clear();
      // then
      assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS)).isEmpty();
      assertThat(groups(admin)).isZero();
      // and who comes next begins as at a new broker
      make(admin);
      try (KafkaProducer<String, String> next = producer(broker)) {
        next.initTransactions();
        next.beginTransaction();
        assertThat(append(next)).isZero();
        next.commitTransaction();
      }
    }
  }

  @Test
  void canBeClearedWhenThereIsNothing(TestBroker broker) throws Exception {
    broker.clear();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS)).isEmpty();
    }
  }

  private static void make(Admin admin) throws Exception {
    admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(60, TimeUnit.SECONDS);
  }

  private static long append(KafkaProducer<String, String> producer) throws Exception {
    return producer.send(new ProducerRecord<>(TOPIC, "text")).get(60, TimeUnit.SECONDS).offset();
  }

  private static int groups(Admin admin) throws Exception {
    return admin.listGroups().all().get(60, TimeUnit.SECONDS).size();
  }

  private static void joinAndLeave(TestBroker broker) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "group.id",
                GROUP,
                "group.instance.id",
                "some-name"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      while (consumer.assignment().isEmpty()) {
        consumer.poll(POLL);
      }
    }
  }

  private static KafkaProducer<String, String> producer(TestBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "some-owner"),
        new StringSerializer(),
        new StringSerializer());
  }
}
