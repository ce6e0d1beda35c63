package dev.helium.engine.run;

import dev.helium.engine.project.ConfigEntry;
import java.util.Map;

/** A program that registers resources. */
@FunctionalInterface
public interface Program {
  /**
   * Runs the program and returns when it and everything it registered has ended.
   *
   * @param configuration the stack's configuration in clear
   * @param registrar takes what the program registers
   * @throws dev.helium.engine.EngineException when the program fails
   */
  void run(Map<String, ConfigEntry> configuration, Registrar registrar, RunContext context);
}
