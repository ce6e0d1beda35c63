package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.QuotaView;
import dev.helium.pages.web.Query;
import java.util.List;
import java.util.Objects;

/**
 * How much owners may take, and what is taken.
 *
 * @param asked the one owner that was asked for; empty for those with the most workspaces
 * @param owners how many owners there are in all
 * @param from which of the largest this page begins with, from 0
 * @param more whether others follow
 */
public record QuotasModel(
    Frame frame, String asked, List<Account> accounts, long owners, int from, boolean more) {
  /**
   * One owner.
   *
   * @param workspaces how many they have; -1 when it was not counted
   * @param quotas none when nothing limits them
   */
  public record Account(String owner, long workspaces, List<QuotaView> quotas) {
    public Account {
      Objects.requireNonNull(owner, "owner");
      quotas = List.copyOf(quotas);
    }

    public boolean isFull() {
      return quotas.stream().anyMatch(QuotaView::isFull);
    }

    /** The list of their workspaces. */
    public String list() {
      return Query.of("/list").with("scope", "all").with("text", owner).toString();
    }
  }

  public QuotasModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(asked, "asked");
    accounts = List.copyOf(accounts);
  }

  public String next() {
    return page(from + QuotasPage.AT_ONCE);
  }

  public String before() {
    return page(Math.max(0, from - QuotasPage.AT_ONCE));
  }

  private static String page(int from) {
    return Query.of(Tab.QUOTAS.path()).with("from", from).toString();
  }
}
