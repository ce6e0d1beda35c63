package dev.helium.backends.cloud;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of workspaces for clouds, which allow fewer characters. */
public final class ShortName {
  private static final int DIGEST = 6;

  private ShortName() {}

  /**
   * The name, or when it is longer its beginning and what tells it from others with the same one.
   * It begins with a letter.
   *
   * @param longest at least 10
   */
  public static String of(String workspace, int longest) {
    String name = Character.isDigit(workspace.charAt(0)) ? "w" + workspace : workspace;
    if (name.length() <= longest) {
      return name;
    }
    String start = name.substring(0, longest - DIGEST - 1);
    return (start.endsWith("-") ? start.substring(0, start.length() - 1) : start)
        + "-"
        + digest(workspace);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
