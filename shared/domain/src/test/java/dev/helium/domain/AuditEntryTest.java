package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  @Test
  void standsWithTheWorkspaceItIsAboutOrElseWithItsOperation() {
    assertThat(entry("deleteWorkspace", "example", 202).key()).isEqualTo("example");
    assertThat(entry("listAudit", "", 403).key()).isEqualTo("listAudit");
  }

  @Test
  void isNeitherWithoutAnOperationNorLongerThanItMayBe() {
    assertThatThrownBy(() -> entry("", "", 202)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entry("x".repeat(301), "", 202))
        .hasMessageContaining("at most 300 characters");
    assertThatThrownBy(() -> entry("deleteWorkspace", "", 600))
        .hasMessageContaining("from 0 to 599");
  }

  private static AuditEntry entry(String operation, String workspace, int status) {
    return new AuditEntry(
        "a-1",
        Instant.EPOCH,
        "ada",
        "user",
        "token",
        "ci",
        operation,
        workspace,
        "",
        status,
        "",
        "127.0.0.1");
  }
}
