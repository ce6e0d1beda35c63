package dev.helium.wire;

import dev.helium.domain.Expectation;
import dev.helium.domain.WorkspaceVersion;

/** What a command expects, as the text of a header. */
final class Expectations {
  private static final String NOTHING = "nothing";
  private static final String SOMETHING = "something";

  private Expectations() {}

  static String text(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Nothing ignored -> NOTHING;
      case Expectation.Something ignored -> SOMETHING;
      case Expectation.Unchanged(WorkspaceVersion version) -> version.text();
    };
  }

  /** Fails with an {@link UnreadableException}: whoever passes it over would do too much. */
  static Expectation read(String text) {
    return switch (text) {
      case NOTHING -> new Expectation.Nothing();
      case SOMETHING -> new Expectation.Something();
      default -> new Expectation.Unchanged(version(text));
    };
  }

  private static WorkspaceVersion version(String text) {
    try {
      return new WorkspaceVersion(text);
    } catch (IllegalArgumentException invalid) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "what the command expects is not one of the words", invalid);
    }
  }
}
