package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.launcher.client.ProblemException;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.ParameterException;

/** Tells why a command failed, in words or as a problem document (RFC 9457). */
final class FailureText {
  private static final String TYPE = "urn:helium:command:";

  private final CommandContext context;

  FailureText(CommandContext context) {
    this.context = context;
  }

  /** Nothing was tried yet. */
  ExitCode wrongUsage(ParameterException failure) {
    if (isForPrograms()) {
      document(ExitCode.WRONG_USAGE, failure.getMessage());
    } else {
      Console console = context.console();
      console.error(failure.getMessage());
      String command = failure.getCommandLine().getCommandSpec().qualifiedName();
      console.error("See ./%s --help".formatted(command));
    }
    return ExitCode.WRONG_USAGE;
  }

  /**
   * What came of trying.
   *
   * @param whole whether to show where it comes from
   */
  ExitCode failed(Exception failure, boolean whole) {
    ExitCode code = failure instanceof UserException known ? known.code() : ExitCode.FAILED;
    String sentence =
        failure instanceof UserException ? failure.getMessage() : "Unexpected: " + failure;
    if (!isForPrograms()) {
      context.console().error(context.console().paint().bad(Printable.text(sentence)));
      if (!(failure instanceof UserException) && !whole) {
        context.console().error("--verbose shows where it comes from.");
      }
    } else if (failure instanceof ProblemException refusal) {
      context.console().error(refusal.problem().document());
    } else {
      document(code, sentence);
    }
    if (whole) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      context.console().error(trace.toString());
    }
    return code;
  }

  private void document(ExitCode code, String detail) {
    context
        .console()
        .error(
            JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE + code.word())
                .put("title", code.title())
                .put("detail", detail)
                .toPrettyString());
  }

  /** When it is the settings that are wrong, a person is to mend them. */
  private boolean isForPrograms() {
    try {
      return context.isForPrograms();
    } catch (UserException unknown) {
      return false;
    }
  }
}
