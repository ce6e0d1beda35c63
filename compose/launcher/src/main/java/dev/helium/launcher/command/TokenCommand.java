package dev.helium.launcher.command;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.token.NewToken;
import dev.helium.launcher.token.TokensFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Make a token for somebody, and show it once.",
      "Only its digest is kept, in HELIUM_TOKENS_FILE or .helium/tokens.json, where the gateway"
          + " finds it within seconds. To take it back, remove it there."
    })
final class TokenCommand implements Callable<Integer> {
  private static final Duration USUAL = Duration.ofDays(90);
  private static final String NEVER = "never";

  private final CommandContext context;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Who owns it, as workspaces say it under \"created by\".")
  private String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "viewer, user, operator or admin.")
  private String role;

  @Option(
      names = "--scopes",
      paramLabel = "SCOPE",
      split = ",",
      description =
          "What it is good for at most: read, create, change, inspect, subscribe, administer. All"
              + " that the role may do unless given.")
  private List<String> scopes = List.of();

  @Option(
      names = "--expiry",
      paramLabel = "EXPIRY",
      description = "A date (until the midnight ending it, UTC), an instant, or never. In 90 days.")
  private String expiry;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "What the audit calls it. Made of the time unless given.")
  private String id;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Kept with it.")
  private String note;

  TokenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    boolean forPrograms = context.isForPrograms();
    Instant now = context.clock().instant();
    NewToken token =
        new NewToken(
            Optional.ofNullable(id).orElseGet(() -> "token-" + now.toEpochMilli()),
            name,
            role,
            scopes,
            end(now),
            note);
    Path file =
        Optional.ofNullable(context.environment().get("HELIUM_TOKENS_FILE"))
            .filter(value -> !value.isBlank())
            .map(Path::of)
            .orElseGet(context.home()::tokens);
    String secret = NewToken.secret(new SecureRandom());
    new TokensFile(file).add(token, secret);
    if (forPrograms) {
      context.document(token.document(secret));
    } else {
      tell(token, secret, file);
    }
    return 0;
  }

  private void tell(NewToken token, String secret, Path file) {
    Console console = context.console();
    console.line(secret);
    console.error(
        "Token %s of %s, %s, %s. It is shown this once; its digest is in %s."
            .formatted(
                token.id(),
                token.name(),
                token.role(),
                token.expires().equals(Instant.MAX) ? "without an end" : "until " + token.expires(),
                CommandContext.shortened(file)));
  }

  private Instant end(Instant now) {
    if (expiry == null) {
      return now.plus(USUAL);
    }
    if (expiry.equals(NEVER)) {
      return Instant.MAX;
    }
    Instant end = parse();
    if (!end.isAfter(now)) {
      throw new UserException(ExitCode.WRONG_USAGE, "--expiry must be in the future.");
    }
    return end;
  }

  private Instant parse() {
    try {
      return expiry.contains("T")
          ? OffsetDateTime.parse(expiry).toInstant()
          : LocalDate.parse(expiry).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException notATime) {
      throw new UserException(
          ExitCode.WRONG_USAGE,
          "--expiry must be a date such as 2026-12-24, an instant such as 2026-12-24T10:00:00Z, or"
              + " never.",
          notATime);
    }
  }
}
