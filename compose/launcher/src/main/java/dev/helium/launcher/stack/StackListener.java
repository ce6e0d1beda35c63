package dev.helium.launcher.stack;

import java.time.Duration;

/** Is told what happens to the parts while they start and stop, in order and by one thread. */
public interface StackListener {
  /** The part is not ready yet; called often. */
  void waiting(String part, String why);

  /** Something that can take minutes goes on. */
  void working(String part, String what);

  void ready(String part, String where, Duration took);

  /** It was there already, and goes on. */
  void kept(String part, String where);

  void stopped(String part, String how);

  /** One sentence about something else. */
  void note(String sentence);

  /** Says nothing. */
  static StackListener silent() {
    return new StackListener() {
      @Override
      public void waiting(String part, String why) {}

      @Override
      public void working(String part, String what) {}

      @Override
      public void ready(String part, String where, Duration took) {}

      @Override
      public void kept(String part, String where) {}

      @Override
      public void stopped(String part, String how) {}

      @Override
      public void note(String sentence) {}
    };
  }
}
