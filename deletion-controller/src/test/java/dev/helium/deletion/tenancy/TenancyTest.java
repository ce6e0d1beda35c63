package dev.helium.deletion.tenancy;

import static dev.helium.deletion.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Life;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TenancyTest {
  private static final WorkspaceId HOST = new WorkspaceId("host");
  private static final WorkspaceId FIRST = new WorkspaceId("first");
  private static final WorkspaceId SECOND = new WorkspaceId("second");
  private static final Tenure LIVING =
      new Tenure(1, Tenure.Stage.LIVING, NOW, NOW.minusSeconds(60), Instant.MAX);

  private final Map<WorkspaceId, Tenure> log = new HashMap<>();
  private final Map<WorkspaceId, Tenure> actedOn = new HashMap<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Tenancy tenancy =
      new Tenancy(
          workspace -> log.getOrDefault(workspace, Tenure.NONE),
          actedOn::put,
          new ManualTurns(),
          meters);

  @Test
  void aClusterIsKeptUntilTheLastOfItsTenantsIsProvenGone() {
    // given
    is(HOST, LIVING);
    assertThat(actedOn.get(HOST)).isEqualTo(LIVING);
    // when
    tenancy.lives(FIRST, life("host", Life.Stage.PROVISIONED));
    tenancy.lives(SECOND, life("host", Life.Stage.UNFINISHED));
    // then
    assertThat(actedOn.get(HOST).expiresAt()).isEqualTo(Instant.MAX);
    assertThat(held()).isEqualTo(1);
    // when one is gone and the other is on its way
    tenancy.lives(FIRST, life("host", Life.Stage.OVER));
    tenancy.lives(SECOND, life("host", Life.Stage.DESTROYED));
    // then
    assertThat(actedOn.get(HOST).expiresAt()).isEqualTo(Instant.MAX);
    // when
    tenancy.lives(SECOND, life("host", Life.Stage.OVER));
    // then its time is up at once
    assertThat(actedOn.get(HOST)).isEqualTo(LIVING);
    assertThat(held()).isZero();
  }

  @Test
  void tenantsThatAreKnownBeforeTheirClusterKeepItToo() {
    // given
    tenancy.lives(FIRST, life("host", Life.Stage.PROVISIONED));
    // when
    is(HOST, LIVING);
    // then
    assertThat(actedOn.get(HOST).expiresAt()).isEqualTo(Instant.MAX);
  }

  @Test
  void aClusterThatAnotherProcessActsForIsLeftToIt() {
    // given
    tenancy.lives(FIRST, life("host", Life.Stage.PROVISIONED));
    is(HOST, LIVING);
    // when
    is(HOST, LIVING.elsewhere());
    // then
    assertThat(actedOn.get(HOST).stage()).isEqualTo(Tenure.Stage.ELSEWHERE);
    assertThat(held()).isZero();
  }

  @Test
  void aDeletionThatIsUnderWayIsNotHidden() {
    // given
    tenancy.lives(FIRST, life("host", Life.Stage.PROVISIONED));
    Tenure leaving = new Tenure(1, Tenure.Stage.LEAVING, NOW, NOW, Instant.MAX);
    // when
    is(HOST, leaving);
    // then
    assertThat(actedOn.get(HOST)).isEqualTo(leaving);
  }

  @Test
  void whoeverMovesToAnotherClusterKeepsTheFirstNoLonger() {
    // given
    is(HOST, LIVING);
    tenancy.lives(FIRST, life("host", Life.Stage.PROVISIONED));
    // when
    tenancy.lives(FIRST, life("elsewhere", Life.Stage.UNFINISHED));
    // then
    assertThat(actedOn.get(HOST)).isEqualTo(LIVING);
  }

  @Test
  void nobodyIsKeptForItsOwnSakeAndClustersOfImpossibleNamesKeepNobody() {
    // given
    is(HOST, LIVING);
    // when
    tenancy.lives(HOST, life("host", Life.Stage.PROVISIONED));
    tenancy.lives(FIRST, life("Not A Name", Life.Stage.PROVISIONED));
    // then
    assertThat(actedOn).containsOnlyKeys(HOST).containsEntry(HOST, LIVING);
  }

  private void is(WorkspaceId workspace, Tenure tenure) {
    log.put(workspace, tenure);
    tenancy.changed(workspace, tenure);
  }

  private double held() {
    return meters.get("helium.deletion.clusters.held").gauge().value();
  }

  private static Life life(String cluster, Life.Stage stage) {
    return new Life(1, 1, stage, NOW, "", cluster, NOW.plusSeconds(60));
  }
}
