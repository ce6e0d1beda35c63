package dev.helium.domain.quota;

import java.math.BigDecimal;

/** What can be limited, each counted in whole numbers of its unit. */
public enum Resource {
  WORKSPACES("workspaces", "workspaces") {
    @Override
    public String text(long amount) {
      return Long.toString(amount);
    }
  },
  CPU("cpu", "millicores") {
    @Override
    public String text(long amount) {
      return BigDecimal.valueOf(amount, 3).stripTrailingZeros().toPlainString();
    }
  },
  MEMORY("memory", "bytes") {
    @Override
    public String text(long amount) {
      return Bytes.text(amount);
    }
  },
  /** How long what has been taken is still to live, all of it together. */
  LIFETIME("lifetime", "minutes") {
    @Override
    public String text(long amount) {
      long minutes = amount % MINUTES;
      return amount / MINUTES + " h" + (minutes == 0 ? "" : " " + minutes + " min");
    }
  };

  /** Of an hour. */
  public static final int MINUTES = 60;

  private final String word;
  private final String unit;

  Resource(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  public String word() {
    return word;
  }

  public String unit() {
    return unit;
  }

  /** An amount for people, without rounding. */
  public abstract String text(long amount);
}
