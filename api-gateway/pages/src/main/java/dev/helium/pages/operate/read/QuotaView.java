package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** One limit of one owner. */
public record QuotaView(JsonObject json) {
  private static final double GIBI = 1024.0 * 1024 * 1024;
  private static final int TERMS = 6;

  /** What one workspace takes of it. */
  public record Share(String workspace, long amount) {}

  public QuotaView {
    Objects.requireNonNull(json, "json");
  }

  public static List<QuotaView> listOf(JsonObject answer) {
    return Json.objects(answer, "Quotas").stream().map(QuotaView::new).toList();
  }

  /** What is limited, and of which workspaces. */
  public String title() {
    String backend = Json.text(json, "Backend");
    String resource =
        switch (Json.text(json, "Resource")) {
          case "workspaces" -> "Workspaces";
          case "cpu" -> "Processors";
          case "memory" -> "Memory";
          case "lifetime" -> "Lifetime left";
          default -> Json.text(json, "Resource");
        };
    return backend.isEmpty() ? resource : resource + " of " + backend;
  }

  public long limit() {
    return Json.number(json, "Limit");
  }

  public long taken() {
    return Json.number(json, "Taken");
  }

  public long left() {
    return Json.number(json, "Left");
  }

  /** Whether nothing is left. */
  public boolean isFull() {
    return taken() >= limit();
  }

  /** For a meter, whose most must be above its least. */
  public long most() {
    return Math.max(1, limit());
  }

  /** The largest first. */
  public List<Share> shares() {
    return Json.objects(json, "TakenBy").stream()
        .map(each -> new Share(Json.text(each, "ID"), Json.number(each, "Amount")))
        .toList();
  }

  /** How the sum comes about, such as {@code 4 GiB + 2 GiB = 6 GiB}; empty where nothing is. */
  public String arithmetic() {
    List<Share> shares = shares();
    if (shares.isEmpty()) {
      return "";
    }
    String terms =
        shares.stream()
            .limit(TERMS)
            .map(share -> amount(share.amount()))
            .collect(Collectors.joining(" + "));
    long others = shares.stream().skip(TERMS).mapToLong(Share::amount).sum();
    String more = others == 0 ? "" : " + " + amount(others) + " of others";
    return terms + more + " = " + amount(taken()) + " of " + amount(limit());
  }

  /** A number of the limit's unit as people say it. */
  public String amount(long number) {
    return switch (Json.text(json, "Unit")) {
      case "millicores" -> plain(number / 1000.0);
      case "bytes" -> plain(number / GIBI) + " GiB";
      case "minutes" -> Lengths.of(Duration.ofMinutes(number));
      default -> Long.toString(number);
    };
  }

  private static String plain(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.replaceAll("\\.?0+$", "");
  }
}
