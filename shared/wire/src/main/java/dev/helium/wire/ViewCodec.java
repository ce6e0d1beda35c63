package dev.helium.wire;

import dev.helium.domain.WorkspaceView;
import java.nio.charset.StandardCharsets;

/** Views of workspaces as JSON text. */
public final class ViewCodec {
  private final Json json = new Json();

  public String encode(WorkspaceView view) {
    return new String(json.write(view), StandardCharsets.UTF_8);
  }

  /** The view, or an {@link UnreadableException} that says what is wrong with the text. */
  public WorkspaceView decode(String text) {
    return json.read(text.getBytes(StandardCharsets.UTF_8), WorkspaceView.class);
  }
}
