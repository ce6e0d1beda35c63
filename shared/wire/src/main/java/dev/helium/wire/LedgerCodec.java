package dev.helium.wire;

import dev.helium.domain.LedgerEntry;
import dev.helium.domain.LedgerSweep;
import dev.helium.domain.Orphan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries of the ledger as CloudEvents of type {@code dev.helium.ledger.<entry>.v1}. */
public final class LedgerCodec {
  private static final String SOURCE = "deletion-controller";
  private static final TypeNames<LedgerEntry> NAMES =
      new TypeNames<>(
          "dev.helium.ledger.",
          Map.of("orphan", Orphan.class, "sweep", LedgerSweep.class),
          Map.of("sweep", List.of(List.of(new UpcastSweep()))));

  private final Json json = new Json();

  public Encoded encode(LedgerEntry entry) {
    Instant time =
        switch (entry) {
          case Orphan orphan -> orphan.lastSeen();
          case LedgerSweep sweep -> sweep.endedAt();
        };
    Map<String, String> headers =
        new HashMap<>(
            Attributes.of(NAMES.of(entry), entry.key() + "@" + time, SOURCE, entry.key()));
    headers.put(Attributes.TIME, time.toString());
    return new Encoded(headers, json.write(entry));
  }

  /** The entry, or an {@link UnreadableException} that says what is wrong with the record. */
  public LedgerEntry decode(Encoded encoded) {
    LedgerEntry entry = NAMES.read(json, encoded.header(Attributes.TYPE), encoded.body());
    if (!entry.key().equals(encoded.header(Attributes.SUBJECT))) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "the subject is not what the entry is about");
    }
    return entry;
  }
}
