package dev.helium.backends.helm.source;

import dev.helium.backends.helm.source.Download.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Archives of charts, of at most 20 MiB. */
public final class Archives {
  public static final int LARGEST = 20 * 1024 * 1024;

  private static final int MOST_SHOWN = 5;
  private static final int LONGEST_SHOWN = 40;

  private Archives() {}

  /** Whether a content can be an archive: what {@code gzip} makes. */
  public static boolean isArchive(byte[] content) {
    return content.length > 2 && content[0] == 0x1F && (content[1] & 0xFF) == 0x8B;
  }

  /**
   * Downloads one.
   *
   * @param sha256 what it must be; empty when that is not known
   */
  static byte[] get(URI address, Map<String, String> headers, String sha256, Download download)
      throws SourceException {
    Answer answer = download.get(address, headers, LARGEST);
    if (!answer.isFound()) {
      throw refused(address, "the chart", answer.status());
    }
    return checked(answer.body(), sha256, Download.shown(address));
  }

  static byte[] checked(byte[] content, String sha256, String from) throws SourceException {
    if (!isArchive(content)) {
      throw SourceException.refused("what " + from + " sends is no archive of a chart (.tgz)");
    }
    if (!sha256.isEmpty() && !sha256.equalsIgnoreCase(Digests.sha256(content))) {
      throw SourceException.refused(
          "what " + from + " sends is not the chart that it was: its SHA-256 is another one");
    }
    return content;
  }

  static Map<String, String> headers(Credentials credentials) {
    return credentials.isNone() ? Map.of() : Map.of("Authorization", credentials.header());
  }

  static SourceException refused(URI address, String what, int status) {
    String host = Download.shown(address);
    return switch (status) {
      case 401, 403 ->
          SourceException.refused(
              "%s does not let anybody without the right name and password have %s (status %d)"
                  .formatted(host, what, status));
      case 404, 410 ->
          SourceException.refused("%s does not have %s (status %d)".formatted(host, what, status));
      default ->
          status == 429 || status >= 500
              ? SourceException.unavailable(host + " answers with status " + status)
              : SourceException.refused(host + " answers with status " + status);
    };
  }

  static SourceException noVersion(String chart, String constraint, List<String> versions) {
    return SourceException.refused(
        "no version of the chart "
            + chart
            + " fits \""
            + constraint
            + "\"; there are "
            + String.join(", ", versions.stream().limit(MOST_SHOWN).map(Archives::shown).toList())
            + (versions.size() > MOST_SHOWN
                ? " and " + (versions.size() - MOST_SHOWN) + " more"
                : ""));
  }

  /** A server may say anything. */
  private static String shown(String version) {
    String printable = version.replaceAll("[^ -~]", "?");
    return printable.substring(0, Math.min(LONGEST_SHOWN, printable.length()));
  }
}
