package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.FailureClass;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner tries after another one has taken its stack over. */
class LateChangesTest {
  private static final UpdateHistory.Entry ENTRY =
      new UpdateHistory.Entry(
          "update", Instant.EPOCH, Instant.ofEpochSecond(1), "", "succeeded", Map.of());

  @TempDir Path root;
  private Locks locks;
  private StackLock lock;
  private StateFolder old;

  @BeforeEach
  void open() {
    locks = new Locks(root);
    lock = locks.lock("a:16");
    old = locks.state("a:16").under(lock);
    change(old, "old");
  }

  @Test
  void changesNothingOnceTheLockIsTakenOver() throws Exception {
    // given
    var newer = locks.lock("a:17");
    var taken = locks.tree();
    // when
    var failure =
        Locks.failureOf(
            () -> old.checkpoint(Locks.STACK).write(Locks.STACK, Locks.document("late")));
    // then
    assertThat(failure).isEqualTo(FailureClass.FENCED);
    assertFenced(() -> old.tags(Locks.STACK).write(new TreeMap<>(Map.of("late", "1"))));
    assertFenced(() -> old.tags(Locks.STACK).write(new TreeMap<>()));
    assertFenced(() -> addHistory(old));
    assertFenced(() -> old.checkpoint(Locks.STACK).removeKeepingBackup());
    assertFenced(() -> old.remove(Locks.STACK));
    assertThat(locks.tree()).isEqualTo(taken);
    lock.close();
    assertThat(locks.tree()).isEqualTo(taken);
    newer.require();
  }

  @Test
  void bringsNothingBackThatTheNewOwnerRemoved() throws Exception {
    // given
    try (var newer = locks.lock("a:17")) {
      locks.state("a:17").under(newer).remove(Locks.STACK);
    }
    var removed = locks.tree();
    // when
    assertFenced(() -> old.checkpoint(Locks.STACK).write(Locks.STACK, Locks.document("late")));
    // then
    assertFenced(() -> old.tags(Locks.STACK).write(new TreeMap<>(Map.of("late", "1"))));
    assertFenced(() -> addHistory(old));
    lock.close();
    assertThat(locks.tree()).isEqualTo(removed);
    assertThat(locks.tree().keySet()).noneMatch(name -> name.contains("history/test/one"));
  }

  @Test
  void cannotPutInPlaceWhatWasPreparedBefore() throws Exception {
    // given
    var folder = LockFolder.make(Files.createFile(root.resolve("x.json")), new Fence("a", 1));
    var prepared = folder.next();
    AtomicFiles.fill(prepared, new byte[] {1}, true);
    var place = Files.createFile(root.resolve("place"));
    // when
    LockFolder.takeAway(root.resolve("x.json"));
    // then
    assertThatThrownBy(() -> AtomicFiles.move(prepared, place))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> AtomicFiles.move(place, folder.next()))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(place).isEmptyFile();
    assertThat(locks.tree().keySet())
        .filteredOn(name -> name.startsWith("x"))
        .containsExactly("x.json");
  }

  @Test
  void leavesTheFilesThatARunWithoutAFenceLeaves() throws Exception {
    // given
    lock.close();
    var withFence = locks.tree();
    var other = new Locks(root.resolve("other"));
    Files.createDirectories(root.resolve("other"));
    // when
    try (var plain = other.lock("")) {
      change(other.state("").under(plain), "old");
    }
    // then
    withFence.keySet().removeIf(name -> name.startsWith(".pulumi/fences"));
    assertThat(other.tree()).isEqualTo(withFence);
  }

  @Test
  void isNothingThatCanBeForgottenToBeFenced() {
    // given
    var unlocked = locks.state("a:16").checkpoint(Locks.STACK);
    // when
    assertThatThrownBy(() -> unlocked.write(Locks.STACK, Locks.document("unlocked")))
        // then
        .hasMessageContaining("under its lock only");
  }

  private static void change(StateFolder folder, String word) {
    folder.checkpoint(Locks.STACK).write(Locks.STACK, Locks.document(word));
    folder.checkpoint(Locks.STACK).write(Locks.STACK, Locks.document(word + " again"));
    folder.tags(Locks.STACK).write(new TreeMap<>(Map.of("word", word)));
    addHistory(folder);
  }

  private static void addHistory(StateFolder folder) {
    new UpdateHistory(folder, Locks.STACK).add(ENTRY, folder.checkpoint(Locks.STACK).path());
  }

  private static void assertFenced(Locks.Attempt attempt) throws Exception {
    assertThat(Locks.failureOf(attempt)).isEqualTo(FailureClass.FENCED);
  }
}
