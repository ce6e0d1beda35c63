package dev.helium.wire;

import dev.helium.domain.WorkspaceView;
import java.util.Base64;
import java.util.Objects;

/**
 * Snapshots as JSON: the view as it is, the offsets packed and in Base64. Equal snapshots have
 * equal bytes, in every process.
 */
public final class SnapshotCodec {
  private final Json json = new Json();

  public byte[] encode(Snapshot snapshot) {
    EventOffsets offsets = snapshot.offsets();
    return json.write(
        new Document(
            snapshot.view(),
            offsets.dropped(),
            Base64.getEncoder().encodeToString(offsets.packed())));
  }

  /** The snapshot, or an {@link UnreadableException} that says what is wrong with the bytes. */
  public Snapshot decode(byte[] bytes) {
    Document document = json.read(bytes, Document.class);
    try {
      return new Snapshot(
          document.view(),
          EventOffsets.unpack(document.dropped(), Base64.getDecoder().decode(document.offsets())));
    } catch (IllegalArgumentException invalid) {
      throw new UnreadableException("the offsets of a workspace are not Base64", invalid);
    }
  }

  private record Document(WorkspaceView view, long dropped, String offsets) {
    Document {
      Objects.requireNonNull(view, "view");
      Objects.requireNonNull(offsets, "offsets");
    }
  }
}
