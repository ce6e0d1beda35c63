package dev.helium.view;

import dev.helium.domain.Workspace;
import dev.helium.wire.Snapshot;
import dev.helium.wire.SnapshotCodec;
import java.nio.charset.StandardCharsets;

/**
 * What the map holds of a workspace. Everything but the text stands in the text too.
 *
 * @param living beside the text because the list asks for it
 * @param expires in milliseconds since 1970, as far as they go; beside the text because the list of
 *     expiries asks for it
 * @param cluster the workspace that made the cluster which this one lives in, beside the text
 *     because its tenants are asked for; empty for the default cluster and when it does not live
 * @param events how many the view includes, to tell the newer of two without reading them
 * @param places how many of them the offsets include
 * @param json the view with the offsets of its events
 */
record StoredView(
    boolean living, long expires, String cluster, long events, long places, String json) {
  static final String LIVING = "living";
  static final String EXPIRES = "expires";
  static final String CLUSTER = "cluster";
  static final String EVENTS = "events";

  static StoredView of(Snapshot snapshot, SnapshotCodec codec) {
    Workspace workspace = snapshot.view().workspace();
    return new StoredView(
        workspace.exists(),
        ExpiryPlace.millisecondsOf(workspace.endsAt()),
        workspace.exists() ? workspace.spec().clusterStack().orElse("") : "",
        snapshot.events(),
        snapshot.offsets().count(),
        new String(codec.encode(snapshot), StandardCharsets.UTF_8));
  }

  Snapshot snapshot(SnapshotCodec codec) {
    return codec.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The newer view and the newer offsets of the two. Each was folded from the beginning of the same
   * log, so the one with more events is the other with those that followed.
   */
  StoredView newest(StoredView other, SnapshotCodec codec) {
    if (events >= other.events && places >= other.places) {
      return this;
    }
    if (events <= other.events && places <= other.places) {
      return other;
    }
    StoredView view = events > other.events ? this : other;
    StoredView offsets = places > other.places ? this : other;
    return of(new Snapshot(view.snapshot(codec).view(), offsets.snapshot(codec).offsets()), codec);
  }
}
