package dev.helium.launcher.command;

import dev.helium.domain.quota.Resource;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.QuotaAccount;
import dev.helium.launcher.console.Printable;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "quotas",
    mixinStandardHelpOptions = true,
    description = "What an owner may take at the same time, and by which workspaces it is taken.")
final class QuotasCommand implements Callable<Integer> {
  private static final int LONGEST = 1_000;
  private static final int MOST_NAMED = 20;

  private final CommandContext context;

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      description = "Whose; yours when not given. Those of others are for operators.")
  private String owner = "";

  QuotasCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.quotas(owner), this::tell);
      return 0;
    }
  }

  private void tell(QuotaAccount account) {
    if (account.limits().isEmpty()) {
      line("Nothing limits what " + account.owner() + " may take.");
    }
    account.limits().forEach(this::print);
  }

  private void print(QuotaAccount.Limit limit) {
    line(
        "%s of %s %s%s are taken%s"
            .formatted(
                text(limit, limit.taken()),
                text(limit, limit.most()),
                limit.resource(),
                limit.backend().isEmpty() ? "" : " made by " + limit.backend(),
                limit.shares().isEmpty() ? "" : ":"));
    limit.shares().stream()
        .limit(MOST_NAMED)
        .forEach(share -> line("  " + share.workspace() + "  " + text(limit, share.amount())));
    if (limit.shares().size() > MOST_NAMED) {
      line("  and %d more".formatted(limit.shares().size() - MOST_NAMED));
    }
  }

  /** Of a resource that is not known here, the number as it is. */
  private static String text(QuotaAccount.Limit limit, long amount) {
    return Arrays.stream(Resource.values())
        .filter(resource -> resource.word().equals(limit.resource()))
        .map(resource -> resource.text(amount))
        .findFirst()
        .orElseGet(() -> Long.toString(amount));
  }

  private void line(String text) {
    context.console().line(Printable.line(text, LONGEST));
  }
}
