package dev.helium.view;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Map;

/**
 * Takes a key for a request unless it stands for another one, while nobody else can. Answers
 * whether it stands for this request.
 */
final class ClaimKey
    implements EntryProcessor<String, KeyUse, Boolean>, IdentifiedDataSerializable {
  private static final long serialVersionUID = 1L;

  private transient KeyUse use;

  /** For {@link #readData}. */
  ClaimKey() {}

  ClaimKey(KeyUse use) {
    this.use = use;
  }

  @Override
  public Boolean process(Map.Entry<String, KeyUse> entry) {
    KeyUse present = entry.getValue();
    if (present != null && present.isBinding(use.at())) {
      return present.request().equals(use.request());
    }
    entry.setValue(use);
    return true;
  }

  @Override
  public int getFactoryId() {
    return InstallFactory.FACTORY;
  }

  @Override
  public int getClassId() {
    return InstallFactory.CLAIM_KEY;
  }

  @Override
  public void writeData(ObjectDataOutput output) throws IOException {
    output.writeString(use.request());
    output.writeLong(use.at());
  }

  @Override
  public void readData(ObjectDataInput input) throws IOException {
    use = new KeyUse(input.readString(), input.readLong());
  }
}
