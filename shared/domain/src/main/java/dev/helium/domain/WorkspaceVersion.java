package dev.helium.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What has been decided about a workspace, as a short text: equal texts, equal decisions. What is
 * only seen, announced, refused or reported on the way does not change it. The same in every
 * process.
 *
 * @param text 16 hexadecimal digits; any other is an {@link IllegalArgumentException}
 */
public record WorkspaceVersion(String text) {
  private static final int DIGITS = 16;
  private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

  public WorkspaceVersion {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException("a version has " + DIGITS + " hexadecimal digits");
    }
  }

  /**
   * Each change of what it is made of begins another attempt, so that the attempt stands for it.
   */
  public static WorkspaceVersion of(Workspace workspace) {
    Protection protection = workspace.terms().protection();
    List<String> decided =
        List.of(
            Integer.toString(workspace.incarnation()),
            Integer.toString(workspace.attempt()),
            workspace.createdBy(),
            workspace.expiresAt().toString(),
            workspace.lifecycle().getClass().getSimpleName(),
            protection.until().toString(),
            protection.by(),
            protection.why());
    StringBuilder text = new StringBuilder();
    // With its length, so that no two lists of texts look the same.
    decided.forEach(each -> text.append(each.length()).append(':').append(each));
    return new WorkspaceVersion(
        HexFormat.of()
            .formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)))
            .substring(0, DIGITS));
  }

  @Override
  public String toString() {
    return text;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
