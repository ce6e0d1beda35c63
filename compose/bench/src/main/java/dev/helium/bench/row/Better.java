package dev.helium.bench.row;

/** Which of two values is the better one. */
public enum Better {
  /** Of times and sizes. */
  LOWER,
  /** Of rates. */
  HIGHER;

  /** Whether a value is as good as a bound, or better. */
  public boolean keeps(double value, double bound) {
    return switch (this) {
      case LOWER -> value <= bound;
      case HIGHER -> value >= bound;
    };
  }

  /** How many times worse a value is than the one before: 1.1 is 10 % worse, below 1 is better. */
  public double worse(double before, double now) {
    return switch (this) {
      case LOWER -> now / before;
      case HIGHER -> before / now;
    };
  }
}
