package dev.helium.launcher.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** What somebody waits for who makes a workspace. */
enum WaitFor {
  /** Whether it is made at all. */
  DECIDED,
  /** Until it can be used, or has failed. */
  READY;

  /** As people write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names them as people write them. */
  static final class Converter implements ITypeConverter<WaitFor> {
    @Override
    public WaitFor convert(String word) {
      return Arrays.stream(values())
          .filter(state -> state.toString().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException("must be decided or ready, and not '" + word + "'"));
    }
  }

  /** What follows after a space is the name of the workspace. */
  static final class AttachedOnly implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> arguments,
        CommandSpec command,
        ArgSpec option,
        Map<String, Object> information) {
      if (" ".equals(information.get("separator"))) {
        arguments.push(READY.toString());
      }
      return false;
    }
  }
}
