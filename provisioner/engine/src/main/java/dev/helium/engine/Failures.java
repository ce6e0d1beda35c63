package dev.helium.engine;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConcurrentUpdateException;
import com.pulumi.automation.StackAlreadyExistsException;
import com.pulumi.automation.StackNotFoundException;
import dev.helium.engine.event.Redactor;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a small typed failure of the Automation API's, whose message is the whole output of a
 * command. Works for this engine and, by the words it prints, for the real CLI.
 */
public final class Failures {
  private static final Pattern URN = Pattern.compile("urn:pulumi:[^\\s\"']+::[^\\s\"':]+");
  private static final Pattern ERROR = Pattern.compile("(?m)^\\s*(?:error:|\\* )\\s*(.+)$");

  private record Rule(Pattern words, FailureClass failureClass) {
    private static Rule of(String words, FailureClass failureClass) {
      return new Rule(Pattern.compile(words, Pattern.CASE_INSENSITIVE), failureClass);
    }
  }

  /** The first rule that matches counts. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of("currently locked by", FailureClass.LOCKED),
          Rule.of("no stack named", FailureClass.STACK_NOT_FOUND),
          Rule.of("stack '[^']*' already exists", FailureClass.STACK_EXISTS),
          Rule.of("still has resources", FailureClass.STACK_NOT_EMPTY),
          Rule.of("incorrect passphrase|passphrase must be set", FailureClass.WRONG_PASSPHRASE),
          Rule.of("is not supported by the embedded engine", FailureClass.UNSUPPORTED),
          Rule.of("no resource plugin|plugin install resource", FailureClass.PLUGIN_MISSING),
          Rule.of("exited prematurely|plugin .* did not", FailureClass.PLUGIN_DIED),
          Rule.of("exceeded quota|range is full", FailureClass.QUOTA_EXCEEDED),
          Rule.of("is forbidden|unauthorized", FailureClass.FORBIDDEN),
          Rule.of("conflict", FailureClass.CONFLICT),
          Rule.of("already exists", FailureClass.ALREADY_EXISTS),
          Rule.of(
              "connection refused|unreachable|no such host|i/o timeout|TLS handshake",
              FailureClass.CLUSTER_UNREACHABLE),
          Rule.of("finalizer", FailureClass.DELETE_BLOCKED),
          Rule.of("timed out|deadline exceeded", FailureClass.TIMED_OUT),
          Rule.of("is invalid|bad request|strict decoding", FailureClass.INVALID),
          Rule.of("no matches for kind", FailureClass.NOT_FOUND),
          Rule.of("cancell?ed", FailureClass.CANCELLED),
          Rule.of("unhandled exception|Running program", FailureClass.PROGRAM_FAILED));

  private Failures() {}

  /**
   * What a failure means. The message is short, of one line, and free of what looks like a
   * credential.
   */
  public static EngineFailure classify(AutomationException failure) {
    if (failure instanceof CommandFailure typed) {
      return typed.failure();
    }
    if (failure.getCause() instanceof EngineException typed) {
      return typed.failure();
    }
    return byWords(failure, failure.getMessage() == null ? "" : failure.getMessage());
  }

  private static EngineFailure byWords(AutomationException failure, String text) {
    var urn = URN.matcher(text);
    return new EngineFailure(
        failureClass(failure, text),
        Redactor.withoutCredentials(firstError(text)),
        urn.find() ? urn.group() : "");
  }

  private static FailureClass failureClass(AutomationException failure, String text) {
    return switch (failure) {
      case StackNotFoundException _ -> FailureClass.STACK_NOT_FOUND;
      case StackAlreadyExistsException _ -> FailureClass.STACK_EXISTS;
      case ConcurrentUpdateException _ -> FailureClass.LOCKED;
      default ->
          RULES.stream()
              .filter(rule -> rule.words().matcher(text).find())
              .map(Rule::failureClass)
              .findFirst()
              .orElse(FailureClass.INTERNAL);
    };
  }

  private static String firstError(String text) {
    var error = ERROR.matcher(text);
    return error.find() ? error.group(1) : "the pulumi command failed";
  }
}
