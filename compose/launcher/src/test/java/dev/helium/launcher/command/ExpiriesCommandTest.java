package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.stub.StubApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiriesCommandTest {
  private static final String EXPIRIES = "GET /v1/api/expiries";

  @TempDir Path project;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private StubApi api;

  @BeforeEach
  void startAnApi() throws IOException {
    api = new StubApi();
    Files.createDirectories(project.resolve(".helium"));
    Files.writeString(project.resolve(".helium").resolve("token"), "word\n");
  }

  @AfterEach
  void stopTheApi() {
    api.close();
  }

  @Test
  void listsWhatIsToGoOverAllPagesAndExplainsWhatIsOverdue() {
    // given
    api.on(
            EXPIRIES,
            200,
            page(
                entry("one", "2026-03-04T05:00:00Z", true, "failed", "It could not\\u001b[2J."),
                ",\"Next\":\"/v1/api/expiries?after=1-one&limit=100\""))
        .on(EXPIRIES, 200, page(entry("two", "2026-03-05T05:00:00Z", false, "to-come", "x"), ""));

    // when
    int code = run("expiries", "--until", "2026-12-24T00:00:00Z");

    // then
    assertThat(code).isZero();
    assertThat(output().lines())
        .containsExactly(
            "EXPIRY                NAME  STATE            CREATED BY  CLUSTER",
            "2026-03-04T05:00:00Z  one   overdue, failed  ann         big",
            "2026-03-05T05:00:00Z  two   to-come          ann         big",
            "",
            "one: It could not\\u{1b}[2J.");
  }

  @Test
  void saysHowManyAreNotShown() {
    // given
    api.on(
        EXPIRIES,
        200,
        page(
            entry("one", "2026-03-04T05:00:00Z", false, "to-come", "x"),
            ",\"Next\":\"/v1/api/expiries?after=1-one&limit=1\""));

    // when
    run("expiries", "--most", "1");

    // then
    assertThat(output()).contains("These are the first 1 of 2; --most NUMBER shows more.");
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThat(run("expiries", "--until", "tomorrow")).isEqualTo(1);
    assertThat(errors()).startsWith("--until must be a date such as");
    assertThat(run("expiries", "--most", "0")).isEqualTo(1);
    assertThat(errors()).contains("--most must be from 1 to 10000, and not 0.");
  }

  private static String page(String entries, String next) {
    return "{\"Expiries\":["
        + entries
        + "],\"Count\":2,\"AsOf\":\"2026-03-04T06:00:00Z\""
        + next
        + "}";
  }

  private static String entry(
      String name, String expiry, boolean overdue, String state, String why) {
    return """
    {"ID":"%s","Expiry":"%s","Overdue":%b,"Status":"ready","State":"%s","Why":"%s",
     "Backend":"namespace","CreatedBy":"ann","Cluster":"big"}
    """
        .formatted(name, expiry, overdue, state, why);
  }

  private int run(String... arguments) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            0,
            false);
    return HeliumCommand.run(
        new CommandContext(
            console,
            project,
            Map.of("HELIUM_URL", api.address().toString()),
            InstantSource.system()),
        arguments);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }
}
