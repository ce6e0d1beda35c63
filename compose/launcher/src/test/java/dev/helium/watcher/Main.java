package dev.helium.watcher;

import dev.helium.launcher.stub.StubService;
import java.io.IOException;

/** Stands in for the service, of which these tests need a process only. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    StubService.run("status-watcher");
  }
}
