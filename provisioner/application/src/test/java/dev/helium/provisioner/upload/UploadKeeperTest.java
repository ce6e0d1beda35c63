package dev.helium.provisioner.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Digest;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Receipt;
import dev.helium.domain.SealedContent;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.decide.Trail;
import dev.helium.wire.TraceParent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadKeeperTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final Instant GONE = Instant.parse("2026-03-01T10:00:00Z");
  private static final Digest DIGEST = new Digest("1".repeat(64));
  private static final SealedContent CONTENT = new SealedContent(DIGEST, "T05F");
  private static final DeletionReason EXPIRED = new DeletionReason.Expired(GONE);
  private static final Duration GRACE = Duration.ofDays(7);

  @TempDir private Path directory;
  private UploadStore store;
  private UploadKeeper keeper;
  private Instant now = GONE;
  private long decided = 5;

  private final Owner owner =
      new Owner() {
        @Override
        public String fence() {
          return "partition-1:1";
        }

        @Override
        public long decided() {
          return decided;
        }

        @Override
        public Trail trail(WorkspaceId workspace) {
          return Trail.NONE;
        }

        @Override
        public void report(WorkspaceId workspace, AttemptReport report, TraceParent trace) {
          throw new AssertionError("nothing is attempted here");
        }
      };

  @BeforeEach
  void open() {
    store = new UploadStore(directory);
    keeper =
        new UploadKeeper(
            store, LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90)), () -> now);
    keeper.keep(creation(), 3);
  }

  @Test
  void whatSomebodyDeletedNeedsNoUploads() {
    // when
    keeper.changed(gone(new DeletionReason.Requested()), owner);
    // then
    assertThat(store.find(ID, DIGEST)).isEmpty();
  }

  @Test
  void whatHasExpiredKeepsItsUploadsForTheGraceAndNoLonger() {
    // when
    keeper.changed(gone(EXPIRED), owner);
    now = GONE.plus(GRACE).minusNanos(1);
    keeper.forgetPassed();
    // then
    assertThat(store.find(ID, DIGEST)).contains(CONTENT);
    // and when the grace has passed
    now = GONE.plus(GRACE);
    keeper.forgetPassed();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatCameWithALaterCommandIsNotForgottenWithTheGrace() {
    // given
    keeper.changed(gone(EXPIRED), owner);
    // when the name is asked for again at the last moment
    decided = 9;
    keeper.keep(creation(), 9);
    now = GONE.plus(GRACE);
    keeper.forgetPassed();
    // then
    assertThat(store.find(ID, DIGEST)).contains(CONTENT);
  }

  @Test
  void whatIsSomebodyElsesIsLeftAlone() {
    // given
    keeper.changed(gone(EXPIRED), owner);
    // when
    keeper.disown(ID, owner);
    now = GONE.plus(GRACE);
    keeper.forgetPassed();
    // then
    assertThat(store.find(ID, DIGEST)).contains(CONTENT);
  }

  private static Command.Create creation() {
    return new Command.Create(
        new CommandId("c"),
        ID,
        "ada",
        "namespace",
        Map.of(),
        Map.of("valuesYaml", CONTENT),
        new ExpiryRequest.Unspecified());
  }

  private static Workspace gone(DeletionReason reason) {
    WorkspaceSpec spec = new WorkspaceSpec("namespace", Map.of(), Map.of("valuesYaml", DIGEST));
    Workspace workspace = Workspace.absent(ID);
    for (Event event :
        List.of(
            new Event.Created(1, 1, spec, "ada", GONE),
            new Event.DeletionRequested(2, reason, ""),
            new Event.Destroyed(2),
            new Event.Deleted(new Receipt(1, List.of("gone"), GONE)))) {
      workspace =
          workspace.apply(
              new EventRecord(
                  ID,
                  Source.PROVISIONER,
                  workspace.sequence() + 1,
                  new Cause.Observed(),
                  GONE,
                  event));
    }
    return workspace;
  }
}
