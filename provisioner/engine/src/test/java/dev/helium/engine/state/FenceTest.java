package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"partition-3:17", "A:1", "0:9223372036854775807"})
  void isAScopeAndAPositiveNumber(String text) {
    // given
    var environment = Map.of(Fencing.VARIABLE, text);
    // when
    var fence = Fencing.of(environment).fence();
    // then
    assertThat(fence).get().hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17",
        ":17",
        "partition:",
        "partition:0",
        "partition:-1",
        "partition:+1",
        "partition:01",
        "partition:1.0",
        "partition:9223372036854775808",
        "partition:1:2",
        "partition 3:1",
        "partition_3:1",
        "../3:1",
        "pärtition:1",
        "partition:1\n"
      })
  void isRefusedByItsVariableWhenItIsAnythingElse(String text) {
    // given
    var environment = Map.of(Fencing.VARIABLE, text);
    // when
    assertThatThrownBy(() -> Fencing.of(environment))
        // then
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal -> assertThat(refusal.failure().failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContaining("PULUMI_EMBEDDED_FENCE must be SCOPE:NUMBER");
  }

  @Test
  void hasAScopeOfLimitedLength() {
    // given
    var longest = "a".repeat(100);
    // when
    var fence = Fence.parse(longest + ":1");
    // then
    assertThat(fence).isPresent();
    assertThat(Fence.parse(longest + "a:1")).isEmpty();
  }

  @Test
  void isComparedWithinItsScope() {
    // given
    var fence = new Fence("partition-3", 17);
    // when
    var later = List.of(new Fence("partition-3", 18), new Fence("partition-4", 18));
    // then
    assertThat(later).extracting(fence::isBefore).containsExactly(true, false);
    assertThat(fence.isBefore(fence)).isFalse();
    assertThat(later.getFirst().isBefore(fence)).isFalse();
  }

  @Test
  void isRecordedByTheHighestNumberOfItsScope() throws Exception {
    // given
    var record = new FenceRecord(folder.resolve("fences"));
    // when
    for (var number : new long[] {9, 10, 3}) {
      record.add(new Fence("a", number));
    }
    record.add(new Fence("b", 5));
    // then
    assertThat(record.highest("a")).isEqualTo(10);
    assertThat(record.highest("b")).isEqualTo(5);
    assertThat(record.highest("c")).isZero();
  }

  @Test
  void isRecordedInFilesWhoseNumberStaysBounded() throws Exception {
    // given
    var record = new FenceRecord(folder);
    // when
    for (var number : LongStream.rangeClosed(1, 100).toArray()) {
      record.add(new Fence("a", number));
    }
    // then
    assertThat(record.highest("a")).isEqualTo(100);
    assertThat(folder.resolve("a").toFile().list()).hasSize(17);
  }

  @Test
  void refusesALowerNumberThanRecorded() throws Exception {
    // given
    var record = new FenceRecord(folder);
    Fencing.of(Map.of(Fencing.VARIABLE, "a:17")).record(record);
    // when
    assertThatThrownBy(() -> Fencing.of(Map.of(Fencing.VARIABLE, "a:16")).record(record))
        // then
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal -> assertThat(refusal.failure().failureClass()).isEqualTo(FailureClass.FENCED))
        .hasMessageContaining("the stack has a newer owner")
        .hasMessageContaining("a:16")
        .hasMessageContaining("a:17");
    Fencing.of(Map.of(Fencing.VARIABLE, "b:1")).record(record);
    Fencing.none().record(record);
  }
}
