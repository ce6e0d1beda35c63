package dev.helium.engine;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.ConcurrentUpdateException;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.StackAlreadyExistsException;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.Version;
import dev.helium.engine.command.EngineCommands;
import dev.helium.engine.command.RunCommands;
import dev.helium.engine.event.Output;
import dev.helium.engine.event.Redactor;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.sdk.CommonPool;
import dev.helium.engine.sdk.SdkChanges;
import dev.helium.engine.sdk.SdkLogger;
import dev.helium.engine.secret.SecretsVault;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the commands of the Automation API inside this JVM, for inline programs. One instance serves
 * any number of stacks at once; each command blocks its thread. Interrupting that thread cancels an
 * update, refresh or destroy: nothing new begins, what is under way ends and is recorded.
 */
public final class EmbeddedPulumiCommand implements PulumiCommand, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPulumiCommand.class);
  private static final int FAILED = 255;

  private final SdkLogger sdkLogger = new SdkLogger();
  private final RunCommands runs;
  private final EngineCommands commands;

  /**
   * Makes an engine.
   *
   * @throws EngineUnusableException when the JVM's common pool is too small or the SDK is not the
   *     known one
   */
  public EmbeddedPulumiCommand(EngineOptions options) {
    this(options, new SecretsVault());
  }

  /**
   * Makes an engine beside others of this JVM.
   *
   * @param vault of the keys of secrets, each of which is derived once among all that share it
   * @throws EngineUnusableException when the JVM's common pool is too small or the SDK is not the
   *     known one
   */
  public EmbeddedPulumiCommand(EngineOptions options, SecretsVault vault) {
    CommonPool.requireLargeEnough();
    SdkChanges.ensure();
    sdkLogger.silence();
    this.runs = new RunCommands(options);
    this.commands = new EngineCommands(options, runs, vault);
  }

  @Override
  public Version version() {
    return Version.parse(EngineIdentity.PROTOCOL_LEVEL);
  }

  @Override
  public CommandResult run(List<String> arguments, CommandRunOptions options)
      throws AutomationException {
    var environment = new HashMap<>(System.getenv());
    environment.putAll(options.additionalEnv());
    var directory = options.workingDir() == null ? Path.of("") : options.workingDir();
    var invocation =
        new EngineCommands.Invocation(
            arguments, directory.toAbsolutePath(), environment, options.standardInput());
    var output = new Output(options.onStandardOutput());
    var listener = options.onEngineEvent();
    try {
      commands.run(invocation, output, listener == null ? null : listener::accept);
      return new CommandResult(0, output.text(), "");
    } catch (EngineException failure) {
      throw failed(arguments, output, options, said(failure), failure);
    } catch (RuntimeException unexpected) {
      LOG.atError().setCause(unexpected).log("unexpected failure of a command");
      var failure =
          EngineFailure.of(
              FailureClass.INTERNAL, "unexpected " + unexpected.getClass().getSimpleName());
      throw failed(arguments, output, options, failure, unexpected);
    }
  }

  /**
   * Cancels what is under way, waits for it at most for the drain timeout, and closes all
   * connections.
   */
  @Override
  public void close() {
    runs.close();
  }

  /** An interrupt closes the file that its thread writes; that is no failure of the file. */
  private static EngineFailure said(EngineException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClosedByInterruptException) {
        return EngineFailure.of(FailureClass.CANCELLED, "the command was cancelled");
      }
    }
    return failure.failure();
  }

  private static AutomationException failed(
      List<String> arguments,
      Output output,
      CommandRunOptions options,
      EngineFailure failure,
      Throwable cause) {
    var clean =
        new EngineFailure(
            failure.failureClass(), Redactor.withoutCredentials(failure.message()), failure.urn());
    var line = "error: " + clean.message();
    if (options.onStandardError() != null) {
      options.onStandardError().accept(line);
    }
    LOG.atDebug()
        .addKeyValue("command", arguments.isEmpty() ? "" : arguments.getFirst())
        .addKeyValue("class", clean.failureClass())
        .log("command failed");
    var result = new CommandResult(FAILED, output.text(), line + System.lineSeparator());
    // The Automation API itself reacts to these three.
    return switch (clean.failureClass()) {
      case STACK_NOT_FOUND -> withCause(new StackNotFoundException(result), cause);
      case STACK_EXISTS -> withCause(new StackAlreadyExistsException(result), cause);
      case LOCKED -> withCause(new ConcurrentUpdateException(result), cause);
      case INVALID,
          FORBIDDEN,
          QUOTA_EXCEEDED,
          CONFLICT,
          ALREADY_EXISTS,
          NOT_FOUND,
          CLUSTER_UNREACHABLE,
          PLUGIN_MISSING,
          PLUGIN_DIED,
          PROVIDER_FAILED,
          DELETE_BLOCKED,
          FENCED,
          STACK_NOT_EMPTY,
          STATE_UNREADABLE,
          WRONG_PASSPHRASE,
          PROGRAM_FAILED,
          CANCELLED,
          TIMED_OUT,
          UNSUPPORTED,
          INTERNAL ->
          new CommandFailure(result, clean, cause);
    };
  }

  private static AutomationException withCause(AutomationException exception, Throwable cause) {
    exception.initCause(cause);
    return exception;
  }
}
