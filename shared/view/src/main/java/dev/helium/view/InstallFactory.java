package dev.helium.view;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.helium.wire.SnapshotCodec;

/** Makes what writes to the maps, for this member and for what other members send. */
final class InstallFactory implements DataSerializableFactory {
  static final int FACTORY = 1;
  static final int INSTALL = 1;
  static final int CLAIM_KEY = 2;
  static final int ADD_RUNS = 3;

  private final SnapshotCodec codec = new SnapshotCodec();

  Install of(StoredView view) {
    return new Install(codec, view);
  }

  @Override
  public IdentifiedDataSerializable create(int typeId) {
    return switch (typeId) {
      case INSTALL -> new Install(codec);
      case CLAIM_KEY -> new ClaimKey();
      case ADD_RUNS -> new AddRuns();
      default -> throw new IllegalArgumentException("nothing here has the type " + typeId);
    };
  }
}
