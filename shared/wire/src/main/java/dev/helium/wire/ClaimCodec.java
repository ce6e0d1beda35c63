package dev.helium.wire;

import dev.helium.domain.quota.Claim;
import java.util.Map;

/** What owners have taken as CloudEvents of type {@code dev.helium.admission.claim.v1}. */
public final class ClaimCodec {
  private static final String SOURCE = "admissions";
  private static final TypeNames<Claim> NAMES =
      new TypeNames<>("dev.helium.admission.", Map.of("claim", Claim.class), Map.of());

  private final Json json = new Json();

  public Encoded encode(Claim claim) {
    return new Encoded(
        Attributes.of(NAMES.of(claim), claim.key(), SOURCE, claim.key()), json.write(claim));
  }

  /** The claim, or an {@link UnreadableException} that says what is wrong with the record. */
  public Claim decode(Encoded encoded) {
    Claim claim = NAMES.read(json, encoded.header(Attributes.TYPE), encoded.body());
    if (!claim.key().equals(encoded.header(Attributes.SUBJECT))) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "the subject is not whose claim it is, and to what");
    }
    return claim;
  }
}
