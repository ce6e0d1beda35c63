package dev.helium.broker;

import dev.helium.launcher.stub.StubService;
import java.io.IOException;

/** Stands in for the broker, of which these tests need a process only. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    StubService.runBroker();
  }
}
