package dev.helium.wire;

import dev.helium.domain.AuditEntry;
import java.util.HashMap;
import java.util.Map;

/** Who asked for what, as CloudEvents of type {@code dev.helium.audit.request.v1}. */
public final class AuditCodec {
  private static final String SOURCE = "api-gateway";
  private static final TypeNames<AuditEntry> NAMES =
      new TypeNames<>("dev.helium.audit.", Map.of("request", AuditEntry.class), Map.of());

  private final Json json = new Json();

  public Encoded encode(AuditEntry entry) {
    Map<String, String> headers =
        new HashMap<>(Attributes.of(NAMES.of(entry), entry.id(), SOURCE, entry.key()));
    headers.put(Attributes.TIME, entry.at().toString());
    return new Encoded(headers, json.write(entry));
  }

  /** The entry, or an {@link UnreadableException} that says what is wrong with the record. */
  public AuditEntry decode(Encoded encoded) {
    AuditEntry entry = NAMES.read(json, encoded.header(Attributes.TYPE), encoded.body());
    if (!entry.key().equals(encoded.header(Attributes.SUBJECT))) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "the subject is not what the entry is about");
    }
    return entry;
  }
}
