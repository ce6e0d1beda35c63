package dev.helium.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person lives through with workspaces, over HTTP only. */
@ExtendWith(RunningWorld.class)
class StoryTest {
  private static final String FAILING_IMAGE = "image: registry.example/image-pull-fails:1\n";

  private StoryClient client;
  private Waiting waiting;

  @BeforeEach
  void connect(StoryWorld world) {
    client = world.client();
    waiting = new Waiting(client);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void acceptsABareRequestAtOnceAndMakesTheWorkspaceReady() {
    // given that midnight may pass meanwhile
    Instant soonest = midnightEnding(today());

    // when
    Answer accepted = client.create();

    // then
    String name = accepted.text("ID");
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.location()).endsWith("/v1/api/workspace/" + name);
    Answer ready = waiting.untilReady(name);
    assertThat(ready.text("K8sNamespace")).isEqualTo(name);
    assertThat(ready.text("K8s")).contains("kubectl");
    assertThat(ready.text("Backend")).isEqualTo("namespace");
    assertThat(Instant.parse(ready.text("Expiry"))).isIn(soonest, midnightEnding(today()));
    assertThat(client.list().names()).contains(name);
    assertThat(client.expired(name).body().path("Expired").asBoolean(true)).isFalse();
  }

  @Test
  void waitsUntilTheWorkspaceIsReadyWhenAskedTo() {
    // when
    Answer ready = client.create(Map.of("name", "waited-for"), "wait=ready");

    // then
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.text("Status")).isEqualTo("ready");
    assertThat(client.get("waited-for").text("Status")).isEqualTo("ready");
  }

  @Test
  void bringsAWorkspaceToAnotherSpecificationWhenItsNameIsAskedForAgain() {
    // given
    client.create(Map.of("name", "updated"), "wait=ready");
    LocalDate later = today().plusDays(3);

    // when
    Answer accepted =
        client.createWithValues(
            Map.of("name", "updated", "expiry", later.toString()), "replicas: 2\n");

    // then
    assertThat(accepted.status()).isEqualTo(202);
    Answer ready =
        waiting.until(
            "updated",
            "ready with its new expiry",
            answer ->
                answer.text("Status").equals("ready")
                    && answer.text("Expiry").equals(midnightEnding(later).toString()));
    assertThat(ready.text("Incarnation")).isEqualTo("1");
    assertThat(client.list().names()).containsOnlyOnce("updated");
  }

  @Test
  void saysWhyAnImageCannotRunAndRecoversWithAnother() {
    // when
    client.createWithValues(Map.of("name", "broken"), FAILING_IMAGE);

    // then
    Answer failed =
        waiting.until("broken", "failed", answer -> answer.text("Status").equals("failed"));
    assertThat(failed.reasonCodes()).containsAnyOf("ImagePullBackOff", "ErrImagePull");
    assertThat(failed.text("Message")).isNotEmpty();

    // when
    client.createWithValues(Map.of("name", "broken"), "image: registry.example/fine:1\n");

    // then
    assertThat(waiting.untilReady("broken").reasonCodes()).isEmpty();
  }

  @Test
  void endsAWorkspaceWhenItsTimeIsUp() {
    // given
    Instant expiry = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);

    // when
    Answer ready =
        client.create(Map.of("name", "short-lived", "expiry", expiry.toString()), "wait=ready");

    // then
    assertThat(ready.status()).isEqualTo(200);
    waiting.untilGone("short-lived");
    assertThat(Instant.now()).isAfter(expiry);
    assertThat(client.list().names()).doesNotContain("short-lived");
  }

  @Test
  void keepsWhatIsProtectedAndBringsBackWhatHasExpired() {
    // given one that is protected beyond its expiry
    Instant expiry = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
    client.createWithValues(
        Map.of("name", "guarded", "expiry", expiry.toString()), "replicas: 2\n");
    assertThat(client.act("guarded", "protect", Map.of("why", "the demo runs")).status())
        .isEqualTo(202);

    // when its time is up
    Answer standing =
        waiting.until(
            "guarded",
            "ready after its expiry",
            answer ->
                answer.text("Status").equals("ready")
                    && Instant.now().isAfter(expiry.plusSeconds(2)));

    // then
    assertThat(standing.text("Expiry")).isEqualTo(expiry.toString());
    assertThat(assertProblem(client.delete("guarded"), 409).text("detail"))
        .startsWith("It is protected until ")
        .endsWith("the demo runs.");

    // when nobody protects it any more
    assertThat(client.act("guarded", "unprotect").status()).isEqualTo(202);

    // then it goes at once, and can be brought back as it was
    waiting.untilGone("guarded");
    assertThat(client.act("guarded", "revive").status()).isEqualTo(202);
    Answer back = waiting.untilReady("guarded");
    assertThat(back.text("Incarnation")).isEqualTo("2");
    assertThat(back.text("CreatedBy")).isEqualTo(standing.text("CreatedBy"));
  }

  @Test
  void deletesOnceAndLetsTheNameBeUsedAgain() {
    // given
    client.create(Map.of("name", "deleted"), "wait=ready");

    // when
    Answer first = client.delete("deleted");
    Answer second = client.delete("deleted");

    // then
    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(202);
    waiting.untilGone("deleted");
    assertThat(client.delete("deleted").status()).isEqualTo(404);
    assertThat(client.list().names()).doesNotContain("deleted");

    // when
    client.create(Map.of("name", "deleted"), "wait=ready");

    // then
    assertThat(waiting.untilReady("deleted").text("Incarnation")).isEqualTo("2");
  }

  @Test
  void knowsNothingOfAnUnknownName() {
    assertProblem(client.get("nobody"), 404);
    assertProblem(client.delete("nobody"), 404);
    assertProblem(client.expired("nobody"), 404);
  }

  @Test
  void saysEveryRuleThatARequestBreaks() {
    assertThat(assertProblem(client.create(Map.of("name", "No Name")), 422).wrongFields())
        .containsExactly("name");
    assertThat(assertProblem(client.create(Map.of("expiry", "2026-02-30")), 422).wrongFields())
        .containsExactly("expiry");
    String tooLong = today().plusDays(91).toString();
    assertThat(
            assertProblem(client.create(Map.of("name", "forever", "expiry", tooLong)), 422)
                .wrongFields())
        .containsExactly("expiry");
    assertThat(client.get("forever").status()).isEqualTo(404);
    assertThat(
            assertProblem(client.create(Map.of("name", "X", "expiry", "tomorrow")), 422)
                .wrongFields())
        .containsExactlyInAnyOrder("name", "expiry");
  }

  @Test
  void refusesAnUploadThatIsTooLarge() {
    assertProblem(
        client.createWithValues(Map.of("name", "huge"), "#".repeat(3 * 1024 * 1024)), 413);
    assertThat(client.get("huge").status()).isEqualTo(404);
  }

  @Test
  void letsNobodyInWithoutTheToken() {
    try (StoryClient stranger = client.withToken("wrong");
        StoryClient nobody = client.withToken("")) {
      assertProblem(stranger.list(), 401);
      assertProblem(stranger.create(Map.of("name", "stolen")), 401);
      assertProblem(nobody.delete("waited-for"), 401);
    }
    assertThat(client.get("stolen").status()).isEqualTo(404);
  }

  private static Answer assertProblem(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("title")).isNotEmpty();
    return answer;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static Instant midnightEnding(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
