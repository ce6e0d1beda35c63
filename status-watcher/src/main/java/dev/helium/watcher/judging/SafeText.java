package dev.helium.watcher.judging;

import java.util.regex.Pattern;

/** Takes out of the cluster's words what addresses may carry secrets in: users and queries. */
final class SafeText {
  private static final Pattern USER = Pattern.compile("(://)[^\\s/@\"']{1,256}@");
  private static final Pattern QUERY = Pattern.compile("(://[^\\s?\"']{1,2048})\\?[^\\s\"']*");

  private SafeText() {}

  static String of(String text) {
    if (!text.contains("://")) {
      return text;
    }
    return QUERY.matcher(USER.matcher(text).replaceAll("$1")).replaceAll("$1?…");
  }
}
