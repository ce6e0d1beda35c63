package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What an owner may take, and by what it is taken, in the server's words and units. */
public record QuotaAccount(String owner, List<Limit> limits) {
  public QuotaAccount {
    limits = List.copyOf(limits);
  }

  /**
   * One limit.
   *
   * @param backend whose workspaces alone it is about; empty for all
   */
  public record Limit(String resource, String backend, long most, long taken, List<Share> shares) {
    public Limit {
      shares = List.copyOf(shares);
    }
  }

  /** How much of it a workspace takes. */
  public record Share(String workspace, long amount) {}

  static QuotaAccount of(JsonNode account) {
    return new QuotaAccount(
        account.path("Owner").asText(),
        account.path("Quotas").valueStream().map(QuotaAccount::limit).toList());
  }

  private static Limit limit(JsonNode limit) {
    return new Limit(
        limit.path("Resource").asText(),
        limit.path("Backend").asText(),
        limit.path("Limit").asLong(),
        limit.path("Taken").asLong(),
        limit
            .path("TakenBy")
            .valueStream()
            .map(share -> new Share(share.path("ID").asText(), share.path("Amount").asLong()))
            .toList());
  }
}
