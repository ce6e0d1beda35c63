package dev.helium.view;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceView;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.ViewCodec;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Folds one event into one view, where the view lives and while nobody else can touch it. */
final class Fold
    implements EntryProcessor<String, StoredView, FoldOutcome>, IdentifiedDataSerializable {
  private static final long serialVersionUID = 1L;

  private final transient EventCodec events;
  private final transient ViewCodec views;
  private transient EventRecord record;
  private transient boolean acceptsGaps;

  /** For {@link #readData}. */
  Fold(EventCodec events, ViewCodec views) {
    this.events = events;
    this.views = views;
  }

  Fold(EventCodec events, ViewCodec views, EventRecord record, boolean acceptsGaps) {
    this(events, views);
    this.record = record;
    this.acceptsGaps = acceptsGaps;
  }

  @Override
  public FoldOutcome process(Map.Entry<String, StoredView> entry) {
    StoredView stored = entry.getValue();
    WorkspaceView view =
        stored == null ? WorkspaceView.absent(record.workspace()) : views.decode(stored.json());
    if (view.includes(record)) {
      return FoldOutcome.KNOWN;
    }
    if (!acceptsGaps && record.sequence() > newest(view) + 1) {
      return FoldOutcome.GAP;
    }
    entry.setValue(StoredView.of(view.apply(record), views));
    return FoldOutcome.FOLDED;
  }

  private long newest(WorkspaceView view) {
    return switch (record.source()) {
      case PROVISIONER -> view.workspace().sequence();
      case STATUS_WATCHER -> view.observed();
    };
  }

  @Override
  public int getFactoryId() {
    return FoldFactory.FACTORY;
  }

  @Override
  public int getClassId() {
    return FoldFactory.FOLD;
  }

  @Override
  public void writeData(ObjectDataOutput output) throws IOException {
    Encoded encoded = events.encode(record);
    output.writeBoolean(acceptsGaps);
    output.writeInt(encoded.headers().size());
    for (Map.Entry<String, String> header : encoded.headers().entrySet()) {
      output.writeString(header.getKey());
      output.writeString(header.getValue());
    }
    output.writeByteArray(encoded.body());
  }

  @Override
  public void readData(ObjectDataInput input) throws IOException {
    acceptsGaps = input.readBoolean();
    Map<String, String> headers = new HashMap<>();
    for (int left = input.readInt(); left > 0; left--) {
      headers.put(input.readString(), input.readString());
    }
    record = events.decode(new Encoded(headers, input.readByteArray()));
  }
}
