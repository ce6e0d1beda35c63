package dev.helium.backends.program.source;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A commit of a repository.
 *
 * @param name a branch, a tag, either with {@code refs/} before it, or a whole commit; empty for
 *     the branch that the repository shows first
 * @param resolve changed by whoever wants the name looked up again
 */
public record CommitReference(
    RepositoryAddress repository, String name, String resolve, Login login) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

  /**
   * For a repository that asks for one.
   *
   * @param user empty for none
   */
  public record Login(String user, String password) {
    public static final Login NONE = new Login("", "");

    public Login {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(password, "password");
    }

    boolean isNone() {
      return user.isEmpty();
    }

    @Override
    public String toString() {
      return isNone() ? "none" : "[secret]";
    }
  }

  public CommitReference {
    Objects.requireNonNull(repository, "repository");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(resolve, "resolve");
    Objects.requireNonNull(login, "login");
  }

  boolean isCommit() {
    return COMMIT.matcher(name).matches();
  }

  static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }

  /** The same for as long as the same commit is meant. */
  String identity() {
    return repository + "\n" + name + "\n" + resolve;
  }
}
