package dev.helium.view;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.helium.domain.EventRecord;
import dev.helium.wire.EventCodec;
import dev.helium.wire.ViewCodec;
import java.util.List;

/** Makes folds, for this member's projector and for those that other members send. */
final class FoldFactory implements DataSerializableFactory {
  static final int FACTORY = 1;
  static final int FOLD = 1;

  private final EventCodec events = new EventCodec();
  private final ViewCodec views = new ViewCodec();

  Fold of(List<EventRecord> records, boolean acceptsGaps) {
    return new Fold(events, views, records, acceptsGaps);
  }

  @Override
  public IdentifiedDataSerializable create(int typeId) {
    if (typeId != FOLD) {
      throw new IllegalArgumentException("no fold has the type " + typeId);
    }
    return new Fold(events, views);
  }
}
