package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.stub.TypedCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExpiriesCommandTest {
  private static final String EXPIRIES = "GET /v1/api/expiries";

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void listsWhatIsToGoOverAllPagesAndExplainsWhatIsOverdue() {
    // given
    typed
        .api()
        .on(
            EXPIRIES,
            200,
            page(
                entry("one", "2026-03-04T05:00:00Z", true, "failed", "It could not\\u001b[2J."),
                ",\"Next\":\"/v1/api/expiries?after=1-one&limit=100\""))
        .on(EXPIRIES, 200, page(entry("two", "2026-03-05T05:00:00Z", false, "to-come", "x"), ""));

    // when
    int code = typed.run("expiries", "--until", "2026-12-24T00:00:00Z");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
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
    typed
        .api()
        .on(
            EXPIRIES,
            200,
            page(
                entry("one", "2026-03-04T05:00:00Z", false, "to-come", "x"),
                ",\"Next\":\"/v1/api/expiries?after=1-one&limit=1\""));

    // when
    typed.run("expiries", "--most", "1");

    // then
    assertThat(typed.output()).contains("These are the first 1 of 2; --most NUMBER shows more.");
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThat(typed.run("expiries", "--until", "tomorrow")).isEqualTo(2);
    assertThat(typed.errors()).startsWith("--until must be a date such as");
    assertThat(typed.run("expiries", "--most", "0")).isEqualTo(2);
    assertThat(typed.errors()).contains("--most must be from 1 to 10000, and not 0.");
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
}
