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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds events into the view of their workspace, where the view lives and while nobody else can
 * touch it. Answers with the id of the first event that has others missing before it, and leaves
 * out that one and those after it; empty when all is well.
 */
final class Fold implements EntryProcessor<String, StoredView, String>, IdentifiedDataSerializable {
  static final String WELL = "";

  private static final long serialVersionUID = 1L;

  private final transient EventCodec events;
  private final transient ViewCodec views;
  private transient List<EventRecord> records;
  private transient boolean acceptsGaps;

  /** For {@link #readData}. */
  Fold(EventCodec events, ViewCodec views) {
    this.events = events;
    this.views = views;
  }

  Fold(EventCodec events, ViewCodec views, List<EventRecord> records, boolean acceptsGaps) {
    this(events, views);
    this.records = List.copyOf(records);
    this.acceptsGaps = acceptsGaps;
  }

  @Override
  public String process(Map.Entry<String, StoredView> entry) {
    StoredView stored = entry.getValue();
    WorkspaceView before =
        stored == null
            ? WorkspaceView.absent(records.getFirst().workspace())
            : views.decode(stored.json());
    WorkspaceView view = before;
    String answer = WELL;
    for (EventRecord record : records) {
      if (!acceptsGaps && record.sequence() > newest(view, record) + 1) {
        answer = record.id();
        break;
      }
      view = view.apply(record);
    }
    if (!view.equals(before)) {
      entry.setValue(StoredView.of(view, views));
    }
    return answer;
  }

  private static long newest(WorkspaceView view, EventRecord record) {
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
    output.writeBoolean(acceptsGaps);
    output.writeInt(records.size());
    for (EventRecord record : records) {
      write(output, events.encode(record));
    }
  }

  @Override
  public void readData(ObjectDataInput input) throws IOException {
    acceptsGaps = input.readBoolean();
    List<EventRecord> read = new ArrayList<>();
    for (int left = input.readInt(); left > 0; left--) {
      read.add(events.decode(read(input)));
    }
    records = List.copyOf(read);
  }

  private static void write(ObjectDataOutput output, Encoded encoded) throws IOException {
    output.writeInt(encoded.headers().size());
    for (Map.Entry<String, String> header : encoded.headers().entrySet()) {
      output.writeString(header.getKey());
      output.writeString(header.getValue());
    }
    output.writeByteArray(encoded.body());
  }

  private static Encoded read(ObjectDataInput input) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int left = input.readInt(); left > 0; left--) {
      headers.put(input.readString(), input.readString());
    }
    return new Encoded(headers, input.readByteArray());
  }
}
