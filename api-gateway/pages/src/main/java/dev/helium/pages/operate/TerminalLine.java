package dev.helium.pages.operate;

import java.util.Objects;

/** A command to copy, and what it does where Helium runs. */
public record TerminalLine(String command, String what) {
  public TerminalLine {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(what, "what");
  }
}
