package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.launcher.stub.TypedCommands;
import dev.helium.log.CommandBatch;
import dev.helium.log.CommandHandler;
import dev.helium.log.CommandSubscription;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a real broker, with letters that a real reader of commands put aside. */
@ExtendWith(BrokerExtension.class)
class DeadLettersCommandTest {
  private static final String DELETION =
      "{\"id\":\"c-1\",\"workspace\":\"demo\",\"by\":\"\",\"reason\":{\"is\":\"requested\"}}";

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  private TestBroker broker;
  private Vertx vertx;

  @BeforeEach
  void start(TestBroker empty) {
    broker = empty;
    vertx = Vertx.vertx();
    done(TopicAdministration.ensure(vertx, settings()));
    typed.with("HELIUM_KAFKA_BOOTSTRAP", broker.bootstrap()).with("USER", "ann");
  }

  @AfterEach
  void stop() {
    done(vertx.close());
  }

  @Test
  void saysThatThereAreNone() {
    assertThat(typed.run("dead-letters")).isZero();
    assertThat(typed.output()).isEqualTo("There are no dead letters.\n");
  }

  @Test
  void listsWhatWaitsWithWhereAndWhy() throws Exception {
    // given
    long number = putAside("dev.helium.command.teleport.v1", DELETION);

    // when
    int code = typed.run("dead-letters");

    // then
    assertThat(code).isZero();
    List<String> lines = typed.output().lines().toList();
    assertThat(lines.getFirst()).matches("NUMBER +WHEN +STOOD AT +KEY +TYPE +SERVICE +REASON");
    assertThat(lines.get(1))
        .startsWith(Long.toString(number))
        .contains("helium.commands/")
        .contains("demo")
        .contains("dev.helium.command.teleport.v1")
        .contains("provisioner")
        .endsWith("the type is not one that is known here");
    assertThat(lines.getLast()).startsWith("1 dead letter waits. ./helium dead-letters show");
  }

  @Test
  void showsHeadersAndTheDigestAndOnlyWhenAskedTheBody() throws Exception {
    // given
    long number = putAside("\u001b[2J", "{\"secret\":\"hunter2\"}\u001b[31m");

    // when
    int code = typed.run("dead-letters", "show", Long.toString(number));

    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .contains("Dead letter " + number + "  waiting")
        .contains("  Reason     the type is not one that is known here")
        .contains("  Key        demo")
        .contains("  Body       25 bytes, sha-256 ")
        .contains("    ce_type: \\u{1b}[2J")
        .contains("    ce_subject: demo")
        .doesNotContain("hunter2")
        .doesNotContain("\u001b")
        .doesNotContain("helium_reason");

    // when
    typed.forget();
    typed.run("dead-letters", "show", Long.toString(number), "--body");

    // then
    assertThat(typed.output())
        .contains("{\"secret\":\"hunter2\"}\\u{1b}[31m")
        .doesNotContain("\u001b");
  }

  @Test
  void tellsProgramsWhatPeopleAreTold() throws Exception {
    // given
    long number = putAside("dev.helium.command.teleport.v1", DELETION);
    String text = Long.toString(number);

    // when, then
    JsonNode list = told(0, "dead-letters");
    assertThat(list.path("Waiting").asInt()).isOne();
    assertThat(list.path("DeadLetters").path(0).path("Number").asLong()).isEqualTo(number);
    assertThat(list.path("DeadLetters").path(0).path("State").asText()).isEqualTo("waiting");
    JsonNode shown = told(0, "dead-letters", "show", text, "--body");
    assertThat(shown.path("Place").path("Topic").asText()).isEqualTo("helium.commands");
    assertThat(shown.path("Content").path("Body").asText()).isEqualTo(DELETION);
    JsonNode refused = told(1, "dead-letters", "redrive", "all");
    assertThat(refused.path("DeadLetters").path(0).path("Done").asBoolean(true)).isFalse();
    JsonNode dropped = told(0, "dead-letters", "drop", text, "--why", "sent by a test");
    assertThat(dropped.path("DeadLetters").path(0).path("Detail").asText()).isEqualTo("dropped");
    JsonNode after = told(0, "dead-letters", "--all").path("DeadLetters").path(0);
    assertThat(after.path("By").asText()).isEqualTo("ann");
    assertThat(after.path("Why").asText()).isEqualTo("sent by a test");
  }

  @Test
  void doesNotRedriveWhatStillCannotBeRead() throws Exception {
    // given
    long number = putAside("dev.helium.command.teleport.v1", DELETION);

    // when
    int code = typed.run("dead-letters", "redrive", "all");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.output())
        .contains("✗ dead letter " + number)
        .contains("it still cannot be read: the type is not one that is known here.")
        .contains("0 of 1 re-driven.");
    assertThat(waiting()).isOne();
  }

  @Test
  void redrivesOnceAndTellsWhatBecameOfIt() throws Exception {
    // given: forced, as nothing that can be read is ever put aside here
    long number = putAside("dev.helium.command.teleport.v1", DELETION);
    String text = Long.toString(number);
    assertThat(typed.run("dead-letters", "redrive", text, "--force", "--dry-run")).isZero();
    assertThat(typed.output()).contains("can be re-driven").contains("nothing was changed");
    assertThat(waiting()).isOne();

    // when
    int first = typed.run("dead-letters", "redrive", text, "--force");
    int second = typed.run("dead-letters", "redrive", text, "--force");

    // then
    assertThat(first).isZero();
    assertThat(second).isEqualTo(1);
    assertThat(typed.output())
        .contains("re-driven to helium.commands/")
        .contains("it was re-driven before, by ann at 20");
    assertThat(waiting()).isZero();
    typed.forget();
    assertThat(typed.run("dead-letters")).isZero();
    assertThat(typed.output()).startsWith("No dead letter waits.");
    typed.forget();
    assertThat(typed.run("dead-letters", "--all")).isZero();
    assertThat(typed.output().lines().toList().get(1)).contains("re-driven");
  }

  @Test
  void dropsWithAReason() throws Exception {
    // given
    String number = Long.toString(putAside("x", DELETION));

    // when
    assertThat(typed.run("dead-letters", "drop", number)).isEqualTo(2);
    assertThat(typed.run("dead-letters", "drop", number, "--why", "sent by a test")).isZero();
    assertThat(typed.run("dead-letters", "drop", number, "--why", "again")).isEqualTo(1);
    typed.run("dead-letters", "show", number);

    // then
    assertThat(typed.errors())
        .contains("--why=TEXT")
        .contains("See ./helium dead-letters drop --help");
    assertThat(typed.output()).contains("dropped by ann at 20").contains(": sent by a test");
    assertThat(waiting()).isZero();
  }

  @Test
  void saysWhatToDoAboutAWrongNumberAndASilentKafka() {
    assertThat(typed.run("dead-letters", "show", "4")).isEqualTo(4);
    assertThat(typed.run("dead-letters", "redrive", "four")).isEqualTo(2);
    assertThat(typed.errors())
        .contains("There is no dead letter 4: ./helium dead-letters --all lists them.")
        .contains("'four' is not the number of a dead letter");
  }

  @Test
  void saysThatNothingIsStarted() {
    assertThat(typed.without("HELIUM_KAFKA_BOOTSTRAP").run("dead-letters")).isEqualTo(3);
    assertThat(typed.errors()).contains("Nothing is started here: ./helium up starts everything");
  }

  private JsonNode told(int code, String... arguments) throws IOException {
    typed.forget();
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--output";
    all[arguments.length + 1] = "json";
    assertThat(typed.run(all)).isEqualTo(code);
    assertThat(typed.errors()).isEmpty();
    return new ObjectMapper().readTree(typed.output());
  }

  /** The number of the letter that comes of such a command. */
  private long putAside(String type, String body) throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>("helium.commands", bytes("demo"), bytes(body));
    record.headers().add("ce_type", bytes(type)).add("ce_subject", bytes("demo"));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get(60, TimeUnit.SECONDS);
    }
    CommandSubscription owner =
        new CommandSubscription(vertx, settings(), "provisioner", new Owner());
    done(owner.start());
    await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 1);
    done(owner.close());
    try (DeadLetterBox box = box()) {
      return box.letters().waiting().getFirst().number();
    }
  }

  private int waiting() throws Exception {
    try (DeadLetterBox box = box()) {
      return box.letters().waiting().size();
    }
  }

  private DeadLetterBox box() {
    return new DeadLetterBox(settings(), Duration.ofSeconds(30), InstantSource.system());
  }

  private LogSettings settings() {
    return new LogSettings(broker.bootstrap());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  /** Owns what it is given, and does nothing about what can be read. */
  private static final class Owner implements CommandHandler {
    private final Set<Integer> owned = ConcurrentHashMap.newKeySet();

    @Override
    public Future<Void> take(int partition) {
      owned.add(partition);
      return Future.succeededFuture();
    }

    @Override
    public boolean owns(int partition) {
      return owned.contains(partition);
    }

    @Override
    public void give(int partition) {
      owned.remove(partition);
    }

    @Override
    public Future<Void> handle(CommandBatch batch) {
      return Future.succeededFuture();
    }
  }
}
