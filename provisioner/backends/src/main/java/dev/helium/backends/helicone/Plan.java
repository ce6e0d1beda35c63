package dev.helium.backends.helicone;

import dev.helium.backends.product.Secrets;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workspace in the terms of the product: which parts there are, and where each answers. */
final class Plan {
  private final Setting setting;

  Plan(Setting setting) {
    this.setting = setting;
  }

  Values values() {
    return setting.values();
  }

  Secrets secrets() {
    return setting.secrets();
  }

  boolean has(Part part) {
    return part.isIn(values());
  }

  /** Of the service. */
  int port(Part part) {
    return part.in(values()).number(part == Part.KONG ? "service.httpPort" : "service.port");
  }

  /** In the cluster. */
  String url(Part part) {
    return url(part.objectName(), part);
  }

  private String url(String service, Part part) {
    return "http://" + setting.host(service) + ":" + port(part);
  }

  /** From outside, whoever leads there. */
  String publicUrl(Part part) {
    return "https://" + publicHost(part);
  }

  /** The first host of its ingress. */
  String publicHost(Part part) {
    List<Values> hosts = part.in(values()).objects("ingress.hosts");
    return hosts.isEmpty() ? label(part) + "." + baseDomain() : hosts.getFirst().text("host");
  }

  private String baseDomain() {
    return values().has("global.baseDomain")
        ? values().text("global.baseDomain")
        // Two workspaces must not claim the same host.
        : setting.workspace() + ".localhost";
  }

  private static String label(Part part) {
    return switch (part) {
      case KONG -> "api";
      case WEB -> "helicone";
      case DB,
          CLICKHOUSE,
          IMGPROXY,
          AUTH,
          REST,
          REALTIME,
          META,
          STORAGE,
          FUNCTIONS,
          STUDIO,
          WORKER ->
          part.shortName();
    };
  }

  /** What fills the places of the files. */
  Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    for (Part part : Part.values()) {
      facts.put(part.name() + "_URL", url(part));
    }
    facts.put("REALTIME_URL", url(Realtime.TENANT, Part.REALTIME));
    facts.put("API_URL", publicUrl(Part.KONG));
    facts.put("SITE_URL", publicUrl(Part.WEB));
    boolean own = has(Part.DB);
    facts.put("DB_HOST", own ? setting.host(Part.DB.objectName()) : values().text("database.host"));
    facts.put("DB_PORT", own ? String.valueOf(port(Part.DB)) : values().text("database.port"));
    facts.put("DB_NAME", values().text("database.name"));
    facts.put("DB_SSL", values().text("database.sslMode"));
    facts.put("DB_FOLDER", Database.folder(Part.DB.in(values())));
    facts.put("SMTP_HOST", values().text("smtp.host"));
    facts.put("SMTP_PORT", values().text("smtp.port"));
    facts.put("SMTP_SENDER_NAME", values().text("smtp.senderName"));
    facts.put(
        "SMTP_ADMIN_EMAIL",
        values().has("smtp.adminEmail") ? values().text("smtp.adminEmail") : "");
    return facts;
  }
}
