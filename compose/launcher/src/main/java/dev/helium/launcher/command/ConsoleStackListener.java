package dev.helium.launcher.command;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.stack.StackListener;
import java.time.Duration;

/** What happens to the parts, a line each. */
public final class ConsoleStackListener implements StackListener {
  private final Console console;

  public ConsoleStackListener(Console console) {
    this.console = console;
  }

  @Override
  public void waiting(String part, String why) {
    console.passing(part, why);
  }

  @Override
  public void working(String part, String what) {
    console.working(part, what);
  }

  @Override
  public void ready(String part, String where, Duration took) {
    console.done(part, where, took);
  }

  @Override
  public void kept(String part, String where) {
    console.done(part, where + console.paint().faint("  runs already"));
  }

  @Override
  public void stopped(String part, String how) {
    console.done(part, how);
  }

  @Override
  public void note(String sentence) {
    console.line("  " + sentence);
  }
}
