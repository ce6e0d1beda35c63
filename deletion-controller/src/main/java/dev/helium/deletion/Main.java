package dev.helium.deletion;

import dev.helium.service.ServiceLauncher;
import java.time.InstantSource;

/** The deletion controller's process. */
public final class Main {
  private static final int MANAGEMENT_PORT = 2327;

  private Main() {}

  public static void main(String[] arguments) {
    ServiceLauncher.launch(
        "deletion-controller",
        MANAGEMENT_PORT,
        environment ->
            new DeletionController(
                DeletionSettings.of(environment), InstantSource.system(), System::nanoTime));
  }
}
