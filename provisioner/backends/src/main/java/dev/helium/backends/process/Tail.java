package dev.helium.backends.process;

import dev.helium.backends.process.ProcessResult.Kept;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads a stream to its end, so that nobody waits for it, and keeps the last of it. */
final class Tail {
  private static final int PIECE = 8192;

  private final InputStream stream;
  private final byte[] kept;
  private final Thread reader;
  private long total;

  /**
   * Begins to read.
   *
   * @param most bytes that are kept
   */
  Tail(InputStream stream, int most, String name) {
    this.stream = stream;
    this.kept = new byte[most];
    this.reader = Thread.ofPlatform().daemon().name(name).start(this::read);
  }

  /**
   * What there was. A process that outlives the one that was started may hold the stream open: it
   * is waited for no longer than that.
   */
  Kept await(Duration longest) throws InterruptedException {
    boolean _ = reader.join(longest);
    return kept();
  }

  private void read() {
    byte[] piece = new byte[PIECE];
    try {
      for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
        keep(piece, read);
      }
    } catch (IOException closed) {
      // With the process; what came until then counts.
    }
  }

  private synchronized void keep(byte[] piece, int length) {
    for (int index = 0; index < length; index++) {
      kept[(int) (total++ % kept.length)] = piece[index];
    }
  }

  private synchronized Kept kept() {
    boolean whole = total <= kept.length;
    int length = (int) Math.min(total, kept.length);
    byte[] text = new byte[length];
    for (int index = 0; index < length; index++) {
      text[index] = kept[(int) ((total - length + index) % kept.length)];
    }
    return new Kept(new String(text, StandardCharsets.UTF_8), whole);
  }
}
