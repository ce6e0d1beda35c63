package dev.helium.deletion.lifetime;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** What users ask of one workspace, at random. */
final class Wishes {
  private final Random random;
  private int count;

  Wishes(Random random) {
    this.random = random;
  }

  Command next(WorkspaceId workspace, Instant now) {
    count++;
    CommandId id = new CommandId("wish-" + count);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 ->
          new Command.Create(
              id, workspace, "ada", "namespace", Map.of(), Map.of(), at(now, 50, false));
      case 3, 4 -> new Command.Extend(id, workspace, "ada", at(now, 90, false), "");
      case 5, 6 -> new Command.Shorten(id, workspace, "ada", at(now, 20, false), "");
      case 7, 8 -> new Command.Protect(id, workspace, "ada", at(now, 40, true), "a demo");
      case 9, 10 -> new Command.Unprotect(id, workspace, "ada");
      default -> new Command.Delete(id, workspace, "ada", new DeletionReason.Requested());
    };
  }

  private ExpiryRequest at(Instant now, int minutes, boolean mayBeOpen) {
    return mayBeOpen && random.nextInt(20) == 0
        ? new ExpiryRequest.Unspecified()
        : new ExpiryRequest.At(
            now.plus(Duration.ofMillis(random.nextInt(minutes * 60_000) - 5_000L)));
  }
}
