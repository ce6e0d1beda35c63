package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;

/** Reads what owners have taken. */
public final class Claims {
  private Claims() {}

  /** What a partition of the admissions holds now; fails when that cannot be told. */
  public static Future<StandingClaims> read(Vertx vertx, LogSettings settings, int partition) {
    ClaimRecords records = new ClaimRecords();
    RecordReader reader =
        new RecordReader(settings, Topics.ADMISSIONS, Set.of(partition), Map.of(), records);
    return EventTail.scan(vertx, reader).map(ignored -> records.standing());
  }
}
