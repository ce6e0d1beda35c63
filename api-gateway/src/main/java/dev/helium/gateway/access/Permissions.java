package dev.helium.gateway.access;

import static java.util.Map.entry;

import dev.helium.gateway.http.Contract;
import dev.helium.gateway.identity.Action;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The one table of what each operation is. An operation without a row keeps the gateway down. */
public final class Permissions {
  private static final Permission ANYBODY = new Permission.Anybody();
  private static final Permission READ = new Permission.Of(Action.READ);
  private static final Permission CREATE = new Permission.Of(Action.CREATE);
  private static final Permission SUBSCRIBE = new Permission.Of(Action.SUBSCRIBE);
  private static final Permission INSPECT = new Permission.Of(Action.INSPECT);
  private static final Permission ADMINISTER = new Permission.Of(Action.ADMINISTER);
  private static final Permission CHANGE = new Permission.ChangeOfWorkspace();

  private static final Map<String, Permission> TABLE =
      Map.ofEntries(
          entry("getHealth", ANYBODY),
          entry("getContract", ANYBODY),
          entry("getDocumentation", ANYBODY),
          entry("getDocumentationFile", ANYBODY),
          entry("getEventContract", ANYBODY),
          entry("getSchema", ANYBODY),
          entry("getSharedSchema", ANYBODY),
          entry("listBackends", READ),
          entry("getBackend", READ),
          entry("listWorkspaces", READ),
          entry("listWorkspacesInSingular", READ),
          entry("getWorkspace", READ),
          entry("getExpired", READ),
          entry("listEvents", READ),
          entry("explainWorkspace", READ),
          entry("showTimeline", READ),
          entry("showReceipt", READ),
          entry("listExpiries", READ),
          entry("streamEvents", READ),
          entry("showQuotas", READ),
          entry("showSummary", READ),
          entry("createWorkspace", CREATE),
          entry("createWorkspaceInList", CREATE),
          entry("deleteWorkspace", CHANGE),
          entry("extendWorkspace", CHANGE),
          entry("shortenWorkspace", CHANGE),
          entry("retryWorkspace", CHANGE),
          entry("cancelWorkspace", CHANGE),
          entry("protectWorkspace", CHANGE),
          entry("unprotectWorkspace", CHANGE),
          entry("reviveWorkspace", new Permission.ChangeOfPastWorkspace()),
          entry("listWebhooks", SUBSCRIBE),
          entry("createWebhook", SUBSCRIBE),
          entry("getWebhook", SUBSCRIBE),
          entry("changeWebhook", SUBSCRIBE),
          entry("deleteWebhook", SUBSCRIBE),
          entry("listDeliveries", SUBSCRIBE),
          entry("testWebhook", SUBSCRIBE),
          entry("redeliverWebhook", SUBSCRIBE),
          entry("resumeWebhook", SUBSCRIBE),
          entry("rotateWebhookSecret", SUBSCRIBE),
          entry("listOrphans", INSPECT),
          entry("listDeadLetters", INSPECT),
          entry("getDeadLetter", INSPECT),
          entry("redriveDeadLetter", ADMINISTER),
          entry("dropDeadLetter", ADMINISTER),
          entry("tryPolicy", INSPECT),
          entry("listTokens", ADMINISTER),
          entry("listAudit", ADMINISTER));

  private final Map<String, Permission> rows;

  private Permissions(Map<String, Permission> rows) {
    this.rows = rows;
  }

  /**
   * The rows of a contract's operations.
   *
   * @throws IllegalArgumentException unless each operation has its row, no other has one, and both
   *     agree about what anybody may ask for
   */
  public static Permissions of(Contract contract) {
    Map<String, Boolean> operations = contract.operations();
    if (!operations.keySet().equals(TABLE.keySet())) {
      throw new IllegalArgumentException(
          "the contract has the operations "
              + operations.keySet()
              + ", and who may ask is said of "
              + new TreeSet<>(TABLE.keySet()));
    }
    String disagreed =
        operations.entrySet().stream()
            .filter(each -> each.getValue() == TABLE.get(each.getKey()).equals(ANYBODY))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!disagreed.isEmpty()) {
      throw new IllegalArgumentException(
          "contract and table differ about whether anybody may ask for " + disagreed);
    }
    return new Permissions(TABLE);
  }

  /** What an operation of the contract is. */
  public Permission of(String operation) {
    return Objects.requireNonNull(rows.get(operation), operation);
  }
}
