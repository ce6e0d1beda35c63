package dev.helium.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionCountTest {
  @Test
  void countsInAllAndByHost() {
    // given
    ConnectionCount count = new ConnectionCount(ConnectionLimits.DEFAULT.withNumbers(3, 2));
    // when, then
    assertThat(count.enter("a")).isTrue();
    assertThat(count.enter("a")).isTrue();
    assertThat(count.enter("a")).isFalse();
    assertThat(count.enter("b")).isTrue();
    assertThat(count.enter("c")).isFalse();
    assertThat(count.all()).isEqualTo(3);
  }

  @Test
  void whatEndsMakesRoomAndLeavesNothing() {
    // given
    ConnectionCount count = new ConnectionCount(ConnectionLimits.DEFAULT.withNumbers(1, 1));
    count.enter("a");
    // when
    count.leave("a");
    // then
    assertThat(count.all()).isZero();
    assertThat(count.hosts()).isZero();
    assertThat(count.enter("b")).isTrue();
  }
}
