package dev.helium.view;

import dev.helium.domain.WorkspaceView;
import dev.helium.wire.SnapshotCodec;
import java.util.Objects;

/** A view as it is kept: how many events it includes is known before it is read. */
public final class KeptView {
  private final StoredView stored;
  private final SnapshotCodec codec;

  KeptView(StoredView stored, SnapshotCodec codec) {
    this.stored = Objects.requireNonNull(stored);
    this.codec = Objects.requireNonNull(codec);
  }

  /** Whether the workspace exists. */
  public boolean exists() {
    return stored.living();
  }

  /** How many events it includes, of both sources; of two views of a name the newer has more. */
  public long events() {
    return stored.events();
  }

  /** Reads it anew each time, which takes some ten microseconds. */
  public WorkspaceView view() {
    return stored.snapshot(codec).view();
  }
}
