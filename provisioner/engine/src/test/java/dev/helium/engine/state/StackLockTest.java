package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.state.Locks.Life;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackLockTest {
  @TempDir Path root;
  private Locks locks;

  @BeforeEach
  void open() {
    locks = new Locks(root);
  }

  /** An empty outcome is success. */
  @ParameterizedTest(name = "{0} {1} against {2}: {3}")
  @CsvSource({
    "'',   ALIVE,     '',   LOCKED",
    "'',   DEAD,      '',   ",
    "'',   ELSEWHERE, '',   LOCKED",
    "'',   ALIVE,     a:17, LOCKED",
    "'',   DEAD,      a:17, ",
    "'',   ELSEWHERE, a:17, LOCKED",
    "a:16, ALIVE,     '',   LOCKED",
    "a:16, DEAD,      '',   ",
    "a:16, ELSEWHERE, '',   LOCKED",
    "a:16, ALIVE,     a:17, ",
    "a:16, DEAD,      a:17, ",
    "a:16, ELSEWHERE, a:17, ",
    "a:17, ALIVE,     a:17, LOCKED",
    "a:17, DEAD,      a:17, ",
    "a:17, ELSEWHERE, a:17, LOCKED",
    "a:18, ALIVE,     a:17, FENCED",
    "a:18, DEAD,      a:17, FENCED",
    "a:18, ELSEWHERE, a:17, FENCED",
    "b:16, ALIVE,     a:17, LOCKED",
    "b:16, DEAD,      a:17, ",
    "b:18, ALIVE,     a:17, LOCKED",
    "b:18, DEAD,      a:17, "
  })
  void isTakenFromTheDeadAndFromOlderOwnersOnly(
      String holder, Life life, String fence, FailureClass outcome) throws Exception {
    // given
    var held = locks.put(holder, life);
    var before = locks.files();
    // when
    var failure = Locks.failureOf(() -> locks.lock(fence).close());
    // then
    assertThat(failure).isEqualTo(outcome);
    if (outcome == null) {
      assertThat(held).doesNotExist();
      assertThat(locks.folder()).isEmptyDirectory();
    } else {
      assertThat(locks.files()).isEqualTo(before);
    }
  }

  @Test
  void isRefusedBelowTheRecordedNumberWhetherAnyoneHoldsItOrNot() throws Exception {
    // given
    locks.lock("a:17").close();
    var before = locks.tree();
    // when
    var failure = Locks.failureOf(() -> locks.lock("a:16").close());
    // then
    assertThat(failure).isEqualTo(FailureClass.FENCED);
    assertThat(locks.tree()).isEqualTo(before);
    locks.lock("a:17").close();
    locks.lock("").close();
  }

  @Test
  void isHeldUntilANewerOwnerTakesIt() {
    // given
    var old = locks.lock("a:16");
    old.require();
    // when
    var newer = locks.lock("a:17");
    // then
    assertThatThrownBy(old::require)
        .isInstanceOfSatisfying(
            EngineException.class,
            lost -> assertThat(lost.failure().failureClass()).isEqualTo(FailureClass.FENCED))
        .hasMessageContaining("the stack has a newer owner");
    old.close();
    newer.require();
    newer.close();
    assertThat(locks.folder()).isEmptyDirectory();
  }

  @Test
  void isLostByAnOlderOwnerThatWasPausedWhileItTookIt() throws Exception {
    // given
    var newer = new AtomicReference<StackLock>();
    var pause = pause(() -> newer.set(locks.lock("a:17")));
    // when
    var failure = Locks.failureOf(() -> locks.lock("a:16", pause));
    // then
    assertThat(failure).isEqualTo(FailureClass.FENCED);
    newer.get().require();
    newer.get().close();
    assertThat(locks.folder()).isEmptyDirectory();
  }

  @Test
  void isLostByAnOlderOwnerThatWasPausedUntilTheNewerOneHadEnded() throws Exception {
    // given
    var pause = pause(() -> locks.lock("a:17").close());
    // when
    var failure = Locks.failureOf(() -> locks.lock("a:16", pause));
    // then
    assertThat(failure).isEqualTo(FailureClass.FENCED);
    assertThat(locks.folder()).isEmptyDirectory();
  }

  @Test
  void isTakenFromAnOlderOwnerThatCameInBetween() throws Exception {
    // given
    var older = new AtomicReference<Path>();
    var pause = pause(() -> older.set(locks.put("a:16", Life.ALIVE)));
    // when
    var lock = locks.lock("a:17", pause);
    // then
    lock.require();
    assertThat(older.get()).doesNotExist();
    assertThat(locks.files()).hasSize(2);
  }

  @Test
  void isRefusedToTheLaterOfTwoWithTheSameNumber() throws Exception {
    // given
    var first = new AtomicReference<StackLock>();
    var pause = pause(() -> first.set(locks.lock("a:17")));
    // when
    var failure = Locks.failureOf(() -> locks.lock("a:17", pause));
    // then
    assertThat(failure).isEqualTo(FailureClass.LOCKED);
    first.get().require();
  }

  @Test
  void removesWhatNobodyHoldsAnyMore() throws Exception {
    // given
    var cancelled = locks.put("a:16", Life.ELSEWHERE);
    Files.delete(cancelled);
    assertThat(locks.folder()).isNotEmptyDirectory();
    // when
    var lock = locks.lock("b:1");
    // then
    assertThat(locks.files()).hasSize(2);
    lock.close();
    assertThat(locks.folder()).isEmptyDirectory();
  }

  @Test
  void isCancelledByWhoeverIsNotOlder() throws Exception {
    // given
    var old = locks.lock("a:16");
    // when
    locks.state("a:16").unlock(Locks.STACK);
    // then
    assertThat(Locks.failureOf(old::require)).isEqualTo(FailureClass.FENCED);
    var newer = locks.lock("a:17");
    assertThat(Locks.failureOf(() -> locks.state("a:16").unlock(Locks.STACK)))
        .isEqualTo(FailureClass.FENCED);
    newer.require();
    locks.state("").unlock(Locks.STACK);
    assertThat(locks.folder()).isEmptyDirectory();
  }

  @Test
  void keepsItsOwnFieldsBesideTheCommandLines() throws Exception {
    // given
    var lock = locks.lock("partition-3:17");
    // when
    var file = locks.files().stream().filter(Files::isRegularFile).findFirst().orElseThrow();
    // then
    assertThat(Files.readString(file))
        .contains("\"pid\":", "\"username\":", "\"hostname\":", "\"timestamp\":")
        .contains("\"fence\":\"partition-3:17\"");
    assertThat(locks.state("").isLocked(Locks.STACK)).isTrue();
    lock.close();
    assertThat(locks.state("").isLocked(Locks.STACK)).isFalse();
  }

  private interface Event {
    void happen() throws Exception;
  }

  /** Something that happens between the first look and the lock: the time is asked for there. */
  private static InstantSource pause(Event event) {
    return () -> {
      try {
        event.happen();
      } catch (Exception failure) {
        throw new AssertionError(failure);
      }
      return Instant.now();
    };
  }
}
