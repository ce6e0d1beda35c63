package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Letters that a real provisioner put aside, each of a workspace of its own. */
@ExtendWith({SharedDeployment.class, GatewayWithoutLog.class})
final class DeadLettersTest {
  private static final String LETTERS = "/v1/api/dead-letters";
  private static final String TYPE = "dev.helium.command.teleport.v1";
  private static final String BODY = "{\"password\":\"hunter2\"}";

  private static Client client;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start(TestDeployment deployment) {
    client = deployment.client;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", deployment.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    producer.close();
  }

  @Test
  void whatNobodyCouldReadIsListedWithWhereAndWhy() throws Exception {
    // when
    JsonObject letter = putAside("letter-listed");
    // then
    assertThat(letter.getString("Type")).isEqualTo(TYPE);
    assertThat(letter.getString("Reason")).isEqualTo("the type is not one that is known here");
    assertThat(letter.getString("Kind")).isEqualTo("type");
    assertThat(letter.getString("Service")).isEqualTo("provisioner");
    assertThat(letter.getString("State")).isEqualTo("waiting");
    assertThat(letter.getBoolean("Redrivable")).isTrue();
    assertThat(letter.getJsonObject("Place").getString("Topic")).isEqualTo("helium.commands");
    assertThat(json(client.get(LETTERS)).getInteger("Waiting")).isPositive();
  }

  @Test
  void pagesLeadOnToTheRest() throws Exception {
    // given
    putAside("letter-paged-1");
    putAside("letter-paged-2");
    putAside("letter-paged-3");
    // when
    List<String> keys = new ArrayList<>();
    String next = LETTERS + "?all=true&limit=1";
    while (next != null) {
      JsonObject page = json(client.get(next));
      page.getJsonArray("DeadLetters").stream()
          .map(each -> ((JsonObject) each).getString("Key"))
          .forEach(keys::add);
      next = page.getString("Next");
    }
    // then
    assertThat(keys).contains("letter-paged-1", "letter-paged-2", "letter-paged-3");
    assertThat(keys).filteredOn(key -> key.startsWith("letter-paged-")).hasSize(3);
  }

  @Test
  void oneShowsItsHeadersAndTheDigestOfItsBodyButNotTheBody() throws Exception {
    // given
    long number = putAside("letter-shown").getLong("Number");
    // when
    HttpResponse<String> answer = client.get(LETTERS + "/" + number);
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject content = json(answer).getJsonObject("Content");
    assertThat(content.getInteger("Bytes")).isEqualTo(BODY.length());
    assertThat(content.getString("SHA256")).isEqualTo(People.sha256(BODY));
    assertThat(content.getJsonArray("Headers").stream().map(Object::toString))
        .anyMatch(header -> header.contains("ce_type") && header.contains(TYPE));
    assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("helium_reason");
  }

  @Test
  void whatStillCannotBeReadIsNotSentAgain() throws Exception {
    // given
    long number = putAside("letter-unreadable").getLong("Number");
    // when
    HttpResponse<String> answer = client.post(LETTERS + "/" + number + "/redrive");
    // then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).getString("detail"))
        .isEqualTo("It still cannot be read: the type is not one that is known here.");
    assertThat(state(number)).isEqualTo("waiting");
  }

  @Test
  void itIsSentAgainOnceAndSaysByWhomAndWhereTo() throws Exception {
    // given
    long number = putAside("letter-redriven").getLong("Number");
    String path = LETTERS + "/" + number + "/redrive?force=true";
    // when it is only looked whether it could be
    HttpResponse<String> looked = client.post(path + "&dryRun=true");
    // then
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(state(number)).isEqualTo("waiting");
    // when
    HttpResponse<String> first = client.post(path);
    HttpResponse<String> second = client.post(path);
    // then
    assertThat(first.statusCode()).isEqualTo(200);
    JsonObject letter = json(first).getJsonObject("DeadLetter");
    assertThat(letter.getString("State")).isEqualTo("re-driven");
    assertThat(letter.getString("By")).isEqualTo("token");
    assertThat(letter.getJsonObject("To").getLong("Offset"))
        .isGreaterThan(letter.getJsonObject("Place").getLong("Offset"));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(json(second).getString("detail"))
        .startsWith("It was re-driven before, by token at 20");
    // and whoever could not read it then cannot now
    await()
        .until(
            () ->
                find("letter-redriven")
                    .filter(again -> again.getLong("Number") != number)
                    .isPresent());
  }

  @Test
  void itIsDroppedWithAReasonAndOnRecord() throws Exception {
    // given
    long number = putAside("letter-dropped").getLong("Number");
    String path = LETTERS + "/" + number + "/drop";
    // when
    HttpResponse<String> first = client.post(path, JSON, "{\"why\":\" sent by a test \"}");
    HttpResponse<String> second = client.post(path, FORM, "why=again");
    // then
    JsonObject letter = json(first).getJsonObject("DeadLetter");
    assertThat(letter.getString("State")).isEqualTo("dropped");
    assertThat(letter.getString("Why")).isEqualTo("sent by a test");
    assertThat(letter.getString("By")).isEqualTo("token");
    assertThat(letter.getBoolean("Redrivable")).isFalse();
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(json(second).getString("detail"))
        .startsWith("It was dropped before, by token at 20")
        .endsWith(": sent by a test.");
    assertThat(find("letter-dropped")).isEmpty();
    await()
        .until(
            () ->
                client
                    .get("/v1/api/audit?workspace=letter-dropped")
                    .body()
                    .contains("dropDeadLetter"));
  }

  @Test
  void anUnknownNumberIsNotFound() {
    for (String number : List.of("4611686018427387903", "four", "-1")) {
      assertThat(client.get(LETTERS + "/" + number).statusCode()).as(number).isEqualTo(404);
      assertThat(client.post(LETTERS + "/" + number + "/redrive").statusCode()).isEqualTo(404);
      assertThat(client.post(LETTERS + "/" + number + "/drop", FORM, "why=x").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aQuestionThatBreaksRulesIsRefusedWithAllOfThem(TestGateway withoutLog) {
    // given
    Client nobody = withoutLog.client();
    // when, then
    assertThat(errors(nobody.get(LETTERS + "?all=perhaps&limit=501&after=0")))
        .containsExactlyInAnyOrder(
            "all: must be true or false",
            "limit: must be a whole number from 1 to 500",
            "after: must be a whole number from 1");
    assertThat(errors(nobody.post(LETTERS + "/1/redrive?force=1&dryRun=yes"))).hasSize(2);
    assertThat(errors(nobody.post(LETTERS + "/1/drop")))
        .containsExactly("why: must have 1 to 500 characters");
    assertThat(errors(nobody.post(LETTERS + "/1/drop", FORM, "why=" + "x".repeat(501))))
        .containsExactly("why: must have 1 to 500 characters");
    assertThat(errors(nobody.post(LETTERS + "/1/drop", JSON, "{\"why\":7,\"whyy\":\"x\"}")))
        .containsExactly("why: must be text", "whyy: is not a field; did you mean \"why\"?");
    assertThat(errors(client.get(LETTERS + "?after=4611686018427387903")))
        .containsExactly("after: must be what the page before named in Next");
  }

  @Test
  void aLogThatIsAwayIsSaidToBe(TestGateway withoutLog) {
    // when
    HttpResponse<String> answer = withoutLog.client().get(LETTERS);
    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
  }

  private static String state(long number) {
    return json(client.get(LETTERS + "/" + number)).getJsonObject("DeadLetter").getString("State");
  }

  /** The letter that comes of a command that nobody can read. */
  private static JsonObject putAside(String key)
      throws InterruptedException, ExecutionException, TimeoutException {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>("helium.commands", key.getBytes(UTF_8), BODY.getBytes(UTF_8));
    record.headers().add("ce_type", TYPE.getBytes(UTF_8)).add("ce_subject", key.getBytes(UTF_8));
    producer.send(record).get(60, TimeUnit.SECONDS);
    await().until(() -> find(key).isPresent());
    return find(key).orElseThrow();
  }

  private static Optional<JsonObject> find(String key) {
    HttpResponse<String> answer = client.get(LETTERS + "?limit=500");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).getJsonArray("DeadLetters").stream()
        .map(JsonObject.class::cast)
        .filter(letter -> letter.getString("Key").equals(key))
        .findFirst();
  }
}
