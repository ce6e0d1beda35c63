package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.CommandId;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Snapshot;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsedKeysTest {
  private static final WorkspaceId BLUE = new WorkspaceId("blue");
  private static final String KEY = "a".repeat(32);
  private static final KeyedCommand FIRST = new KeyedCommand(KEY, "1".repeat(32));
  private static final KeyedCommand OTHER = new KeyedCommand(KEY, "2".repeat(32));
  private static final Instant NOW = Events.NOW;

  private final Members members = new Members();
  private ViewMember member;

  @BeforeEach
  void start() {
    member = members.start();
  }

  @AfterEach
  void stop() {
    members.close();
  }

  @Test
  void aKeyStandsForItsFirstRequestForADay() {
    // given
    assertThat(claim(FIRST, NOW)).isTrue();
    // then
    assertThat(claim(FIRST, NOW.plusSeconds(5))).isTrue();
    assertThat(claim(OTHER, NOW.plus(Duration.ofHours(24)).minusMillis(1))).isFalse();
    assertThat(claim(OTHER, NOW.plus(Duration.ofHours(24)))).isTrue();
    assertThat(claim(FIRST, NOW.plus(Duration.ofHours(25)))).isFalse();
  }

  @Test
  void ofRequestsAtOnceInTwoMembersOneGetsTheKey() {
    // given
    ViewMember second = members.start(member.address());
    // when
    List<Future<Boolean>> claims =
        IntStream.range(0, 40)
            .mapToObj(
                index ->
                    (index % 2 == 0 ? member : second)
                        .keys()
                        .claim(new KeyedCommand(KEY, String.format("%032x", index)), NOW))
            .toList();
    // then
    assertThat(claims.stream().map(Members::await).filter(won -> won)).hasSize(1);
  }

  @Test
  void whatTheLogSaysIsKnownAfterEverythingWasLost() {
    // given
    Projector projector = await(member.projector(SnapshotSource.none()));
    await(projector.project(created(FIRST), 0, 0));
    // when
    await(projector.settled());
    // then
    assertThat(claim(OTHER, NOW.plusSeconds(5))).isFalse();
    assertThat(claim(FIRST, NOW.plusSeconds(5))).isTrue();
  }

  @Test
  void whatASnapshotSaysIsKnown() {
    // given
    Snapshot kept = Snapshot.absent(BLUE).apply(created(FIRST), 0);
    // when
    await(
        member.projector(
            partition ->
                Future.succeededFuture(
                    new SnapshotSource.Part(1, partition == 0 ? List.of(kept) : List.of()))));
    // then
    assertThat(claim(OTHER, NOW.plusSeconds(5))).isFalse();
    assertThat(claim(FIRST, NOW.plusSeconds(5))).isTrue();
  }

  @Test
  void anOldUseInTheLogDoesNotReplaceANewerOne() {
    // given
    assertThat(claim(OTHER, NOW.plus(Duration.ofDays(3)))).isTrue();
    Projector projector = await(member.projector(SnapshotSource.none()));
    // when
    await(projector.project(created(FIRST), 0, 0));
    await(projector.settled());
    // then
    assertThat(claim(OTHER, NOW.plus(Duration.ofDays(3)).plusSeconds(1))).isTrue();
  }

  @Test
  void commandsWithoutAKeyAreNone() {
    assertThat(KeyedCommand.of(FIRST.id())).contains(FIRST);
    assertThat(KeyedCommand.of(new CommandId("http-1"))).isEmpty();
    assertThat(KeyedCommand.of(new CommandId("key-1"))).isEmpty();
  }

  private static EventRecord created(KeyedCommand command) {
    return Events.created(BLUE, 1, command.id().value());
  }

  private boolean claim(KeyedCommand command, Instant now) {
    return await(member.keys().claim(command, now));
  }
}
