package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {
  private final Members members = new Members();

  @AfterEach
  void stop() {
    members.close();
  }

  @Test
  void whatOneGatewayEndsIsEndedForAllAndForgottenInItsTime() {
    // given
    ViewMember first = members.start();
    ViewMember second = members.start(first.address());
    // when
    assertThat(await(first.endedSessions().end("one", Duration.ofMinutes(5)))).isTrue();
    assertThat(await(first.endedSessions().end("short", Duration.ofSeconds(1)))).isTrue();
    // then
    assertThat(await(second.endedSessions().isEnded("one"))).isTrue();
    assertThat(await(second.endedSessions().isEnded("another"))).isFalse();
    assertThat(await(second.endedSessions().end("one", Duration.ofMinutes(5)))).isFalse();
    await().until(() -> !await(second.endedSessions().isEnded("short")));
    assertThat(await(first.endedSessions().isEnded("one"))).isTrue();
  }
}
