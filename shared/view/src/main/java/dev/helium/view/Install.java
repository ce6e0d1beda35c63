package dev.helium.view;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.helium.wire.SnapshotCodec;
import java.io.IOException;
import java.util.Map;

/**
 * Puts a view where it lives unless a newer one is there, while nobody else can touch it. So
 * everybody who folds the log can write what they have, in any order.
 */
final class Install
    implements EntryProcessor<String, StoredView, Void>, IdentifiedDataSerializable {
  private static final long serialVersionUID = 1L;

  private final transient SnapshotCodec codec;
  private transient StoredView view;

  /** For {@link #readData}. */
  Install(SnapshotCodec codec) {
    this.codec = codec;
  }

  Install(SnapshotCodec codec, StoredView view) {
    this(codec);
    this.view = view;
  }

  @Override
  public Void process(Map.Entry<String, StoredView> entry) {
    StoredView present = entry.getValue();
    StoredView newest = present == null ? view : present.newest(view, codec);
    if (!newest.equals(present)) {
      entry.setValue(newest);
    }
    return null;
  }

  @Override
  public int getFactoryId() {
    return InstallFactory.FACTORY;
  }

  @Override
  public int getClassId() {
    return InstallFactory.INSTALL;
  }

  @Override
  public void writeData(ObjectDataOutput output) throws IOException {
    output.writeBoolean(view.living());
    output.writeLong(view.expires());
    output.writeString(view.cluster());
    output.writeLong(view.events());
    output.writeLong(view.places());
    output.writeString(view.json());
  }

  @Override
  public void readData(ObjectDataInput input) throws IOException {
    view =
        new StoredView(
            input.readBoolean(),
            input.readLong(),
            input.readString(),
            input.readLong(),
            input.readLong(),
            input.readString());
  }
}
