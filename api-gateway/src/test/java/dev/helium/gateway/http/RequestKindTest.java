package dev.helium.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKindTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"listEvents", "explainWorkspace", "listAudit", "listDeadLetters", "getDeadLetter"})
  void whatIsReadFromTheLogIsHistory(String operation) {
    assertThat(RequestKind.of(operation, HttpMethod.GET, "limit=5")).isEqualTo(RequestKind.HISTORY);
    assertThat(RequestKind.of(operation, HttpMethod.HEAD, "")).isEqualTo(RequestKind.HISTORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getWorkspace",
        "getExpired",
        "listWorkspaces",
        "showTimeline",
        "showReceipt",
        "showSummary",
        "listExpiries",
        "none"
      })
  void whatTheGatewayKnowsIsRead(String operation) {
    assertThat(RequestKind.of(operation, HttpMethod.GET, "")).isEqualTo(RequestKind.READ);
    assertThat(RequestKind.of(operation, HttpMethod.HEAD, "")).isEqualTo(RequestKind.READ);
  }

  @ParameterizedTest
  @CsvSource({
    "at=2026-03-01T10:00:00Z, HISTORY",
    "sequence=3, HISTORY",
    "format=short&sequence=3, HISTORY",
    "format=short, READ",
    "sequences=3, READ",
    "'', READ"
  })
  void aWorkspaceOfThePastIsFoldedFromTheLog(String query, RequestKind kind) {
    assertThat(RequestKind.of("getWorkspace", HttpMethod.GET, query)).isEqualTo(kind);
  }

  @Test
  void whatWaitsOrListensOrChangesIsNeither() {
    assertThat(RequestKind.of("createWorkspace", HttpMethod.POST, "wait=ready"))
        .isEqualTo(RequestKind.WAITING);
    assertThat(RequestKind.of("tryPolicy", HttpMethod.POST, "")).isEqualTo(RequestKind.WAITING);
    assertThat(RequestKind.of("streamEvents", HttpMethod.GET, "from=beginning"))
        .isEqualTo(RequestKind.STREAMING);
    assertThat(RequestKind.of("redriveDeadLetter", HttpMethod.POST, "force=true"))
        .isEqualTo(RequestKind.CHANGE);
  }
}
