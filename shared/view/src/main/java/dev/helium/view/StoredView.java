package dev.helium.view;

import dev.helium.domain.WorkspaceView;
import dev.helium.wire.ViewCodec;

/**
 * A view as the map holds it.
 *
 * @param living beside the text because the list asks for it
 */
record StoredView(boolean living, String json) {
  static final String LIVING = "living";

  static StoredView of(WorkspaceView view, ViewCodec codec) {
    return new StoredView(view.workspace().exists(), codec.encode(view));
  }
}
