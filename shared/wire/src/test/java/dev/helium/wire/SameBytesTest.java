package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot has the same bytes wherever it is written. */
final class SameBytesTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

  /** What another process is asked for. */
  public static void main(String[] arguments) {
    System.out.println(text());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anotherProcessWritesTheSameBytes(int process) throws IOException, InterruptedException {
    // given
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SameBytesTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // when
    String written =
        new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    // then
    assertThat(other.waitFor()).as("process %s", process).isZero();
    assertThat(written).isEqualTo(text());
  }

  @Test
  void theEntriesOfEveryMapAreInOrder() throws IOException {
    // given
    JsonNode view = new ObjectMapper().readTree(text()).get("view");
    // then
    for (JsonNode map :
        List.of(
            view.at("/workspace/spec/parameters"),
            view.at("/workspace/lifecycle/outputs"),
            view.at("/addresses"))) {
      List<String> names = new ArrayList<>();
      map.fieldNames().forEachRemaining(names::add);
      assertThat(names).hasSize(16).isSorted();
    }
  }

  private static String text() {
    Snapshot snapshot = Snapshot.absent(ID);
    long offset = 0;
    for (EventRecord record :
        Stream.of(
                record(
                    1,
                    Source.PROVISIONER,
                    new Event.Created(
                        1, 1, new WorkspaceSpec("namespace", sixteen(), Map.of()), "ada", NOW)),
                record(2, Source.PROVISIONER, new Event.Provisioned(1, sixteen())),
                record(1, Source.STATUS_WATCHER, new Event.ConnectionChanged(1, sixteen())))
            .toList()) {
      snapshot = snapshot.apply(record, offset++);
    }
    return new String(new SnapshotCodec().encode(snapshot), StandardCharsets.UTF_8);
  }

  private static EventRecord record(long sequence, Source source, Event event) {
    return new EventRecord(
        ID, source, sequence, new Cause.Commanded(new CommandId("c-1")), NOW, event);
  }

  private static Map<String, String> sixteen() {
    Map<String, String> map = new HashMap<>();
    for (int index = 0; index < 16; index++) {
      map.put("key-" + (char) ('a' + index), "value");
    }
    return map;
  }
}
