package dev.helium.launcher.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Short aligned lines; colour where somebody looks. */
public final class Console {
  private static final int USUAL_COLUMNS = 80;
  private static final int LABEL_WIDTH = 24;
  private static final int DETAIL_WIDTH = 44;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final PrintStream err;
  private final Paint paint;
  private final int columns;
  private boolean passing;
  private final Duration betweenLines;
  private long nextLine;

  /**
   * @param columns of the terminal; 0 where there is none, and so no lines that pass
   */
  public Console(PrintStream out, PrintStream err, int columns, boolean colour) {
    this(out, err, columns, colour, BETWEEN_LINES);
  }

  Console(PrintStream out, PrintStream err, int columns, boolean colour, Duration betweenLines) {
    this.betweenLines = betweenLines;
    this.nextLine = System.nanoTime() + betweenLines.toNanos();
    this.out = out;
    this.err = err;
    this.columns = columns;
    this.paint = new Paint(colour);
  }

  public Paint paint() {
    return paint;
  }

  /** How wide lines can be, also where there is no terminal. */
  public int columns() {
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** A line that stays. */
  public synchronized void line(String text) {
    erase();
    out.println(text);
    out.flush();
  }

  /** All rows, under a heading that stands out. */
  public void table(Table table) {
    List<String> lines = table.lines();
    line(paint.strong(lines.getFirst()));
    lines.stream().skip(1).forEach(this::line);
  }

  /** For work whose outcome alone is told: nothing but errors is written. */
  public Console quiet() {
    return new Console(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        err,
        0,
        false,
        betweenLines);
  }

  /** Whether lines can pass. */
  public boolean isTerminal() {
    return columns > 0;
  }

  public synchronized void error(String text) {
    erase();
    err.println(text);
    err.flush();
  }

  /** A line that the next one replaces; nothing without a terminal. */
  public void passing(String label, String detail) {
    passing(padded(label, LABEL_WIDTH) + detail);
  }

  /** The same without columns. */
  public synchronized void passing(String said) {
    if (columns > 0) {
      erase();
      String text = "  … " + said;
      out.print(paint.faint(text.substring(0, Math.min(text.length(), columns - 1))));
      out.flush();
      passing = true;
    }
  }

  /** News of something that takes minutes: passing, or a line now and then without a terminal. */
  public synchronized void working(String label, String detail) {
    if (columns > 0) {
      passing(label, detail);
    } else if (System.nanoTime() - nextLine >= 0) {
      line("  … " + padded(label, LABEL_WIDTH) + detail);
      nextLine = System.nanoTime() + betweenLines.toNanos();
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

  private void erase() {
    if (passing) {
      out.print(ERASE_LINE);
      passing = false;
    }
  }
}
