package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.provider.Ownership;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * The body of a request that changes something. The client reads it when it has a connection and
 * has said the rest, and an API server does nothing before it has all of it: so that is the last
 * moment to ask whether the run may still change anything.
 */
final class OwnedBody extends InputStream {
  private final ByteArrayInputStream content;
  private final Ownership ownership;
  private boolean asked;
  private volatile EngineException refusal;

  OwnedBody(byte[] content, Ownership ownership) {
    this.content = new ByteArrayInputStream(content);
    this.ownership = ownership;
  }

  @Override
  public int read() {
    ask();
    return content.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    ask();
    return content.read(buffer, offset, length);
  }

  /** The client may send it once more, with new credentials. */
  @Override
  public void close() {
    content.reset();
    asked = false;
  }

  /** Throws why it was not sent, unless it was. */
  void throwIfRefused() {
    if (refusal != null) {
      throw refusal;
    }
  }

  private void ask() {
    if (asked) {
      return;
    }
    try {
      ownership.require();
      asked = true;
    } catch (EngineException lost) {
      refusal = lost;
      throw lost;
    }
  }
}
