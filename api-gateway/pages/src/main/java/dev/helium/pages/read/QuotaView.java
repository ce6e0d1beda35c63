package dev.helium.pages.read;

import dev.helium.pages.frame.Shown;
import dev.helium.pages.frame.TwoUnits;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A limit of somebody, and how much of it is taken. */
public record QuotaView(JsonObject json) {
  private static final long MEBI = 1024L * 1024;
  private static final long GIBI = 1024L * MEBI;
  private static final long LARGE = 10 * GIBI;
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
    String title =
        switch (resource()) {
          case "workspaces" -> "Workspaces";
          case "cpu" -> "CPU";
          case "memory" -> "Memory";
          case "lifetime" -> "Lifetime, all together";
          default -> resource();
        };
    return backend().isEmpty() ? title : title + " of " + backend();
  }

  /** workspaces, cpu, memory or lifetime. */
  public String resource() {
    return Json.text(json, "Resource");
  }

  /** Of whose workspaces alone it is a limit; empty for all. */
  public String backend() {
    return Json.text(json, "Backend");
  }

  /** In its unit, as is all that follows. */
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
      case "millicores" -> decimal(number, 1_000) + " CPU";
      case "bytes" -> bytes(number);
      case "minutes" -> TwoUnits.of(Duration.ofMinutes(number)).orElse("0 min");
      default -> Shown.number(number);
    };
  }

  private static String bytes(long number) {
    return number % GIBI == 0 || number > LARGE
        ? decimal(number, GIBI) + " GiB"
        : decimal(number, MEBI) + " MiB";
  }

  private static String decimal(long number, long unit) {
    return BigDecimal.valueOf(number)
        .divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
