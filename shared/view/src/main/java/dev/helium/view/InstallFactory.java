package dev.helium.view;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.helium.wire.SnapshotCodec;

/** Makes what writes views, for this member's projectors and for those that other members send. */
final class InstallFactory implements DataSerializableFactory {
  static final int FACTORY = 1;
  static final int INSTALL = 1;

  private final SnapshotCodec codec = new SnapshotCodec();

  Install of(StoredView view) {
    return new Install(codec, view);
  }

  @Override
  public IdentifiedDataSerializable create(int typeId) {
    if (typeId != INSTALL) {
      throw new IllegalArgumentException("nothing here has the type " + typeId);
    }
    return new Install(codec);
  }
}
