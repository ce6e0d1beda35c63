package dev.helium.view;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts runs beside those that are there, while nobody else can touch them. */
final class AddRuns
    implements EntryProcessor<String, NewestRuns, Void>, IdentifiedDataSerializable {
  private static final long serialVersionUID = 1L;

  private transient NewestRuns runs;

  /** For {@link #readData}. */
  AddRuns() {}

  AddRuns(NewestRuns runs) {
    this.runs = runs;
  }

  @Override
  public Void process(Map.Entry<String, NewestRuns> entry) {
    NewestRuns present = entry.getValue() == null ? NewestRuns.NONE : entry.getValue();
    NewestRuns newest = present.with(runs);
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
    return InstallFactory.ADD_RUNS;
  }

  @Override
  public void writeData(ObjectDataOutput output) throws IOException {
    output.writeInt(runs.runs().size());
    for (NewestRuns.Run run : runs.runs()) {
      output.writeString(run.life());
      output.writeLong(run.readyAt());
      output.writeLong(run.took());
    }
  }

  @Override
  public void readData(ObjectDataInput input) throws IOException {
    List<NewestRuns.Run> read = new ArrayList<>();
    for (int left = input.readInt(); left > 0; left--) {
      read.add(new NewestRuns.Run(input.readString(), input.readLong(), input.readLong()));
    }
    runs = new NewestRuns(read);
  }
}
