package dev.helium.launcher.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Short aligned lines; colour where somebody looks. */
public final class Console {
  private static final int LABEL_WIDTH = 20;
  private static final int DETAIL_WIDTH = 44;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final PrintStream err;
  private final Paint paint;
  private final boolean terminal;
  private boolean passing;

  /**
   * @param terminal whether lines that pass may be shown, which is what a file must not get
   */
  public Console(PrintStream out, PrintStream err, boolean terminal, boolean colour) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.paint = new Paint(colour);
  }

  public Paint paint() {
    return paint;
  }

  /** A line that stays. */
  public synchronized void line(String text) {
    erase();
    out.println(text);
    out.flush();
  }

  public synchronized void error(String text) {
    erase();
    err.println(text);
    err.flush();
  }

  /** A line that the next one replaces; nothing without a terminal. */
  public synchronized void passing(String label, String detail) {
    if (terminal) {
      erase();
      out.print("  " + paint.faint("… " + padded(label, LABEL_WIDTH) + clipped(detail)));
      out.flush();
      passing = true;
    }
  }

  public void done(String label, String detail, Duration took) {
    line(
        "  "
            + paint.good("✓ ")
            + padded(label, LABEL_WIDTH)
            + padded(detail, DETAIL_WIDTH)
            + paint.faint(seconds(took)));
  }

  public void done(String label, String detail) {
    line("  " + paint.good("✓ ") + padded(label, LABEL_WIDTH) + detail);
  }

  public void failed(String label, String detail) {
    line("  " + paint.bad("✗ ") + padded(label, LABEL_WIDTH) + detail);
  }

  static String padded(String text, int width) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }

  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }

  private static String clipped(String detail) {
    return detail.length() <= DETAIL_WIDTH ? detail : detail.substring(0, DETAIL_WIDTH - 1) + "…";
  }

  private void erase() {
    if (passing) {
      out.print(ERASE_LINE);
      passing = false;
    }
  }
}
