package dev.helium.domain;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Names for workspaces whose requester has none in mind: two words and six random characters. */
public final class NameGenerator {
  private static final List<String> MANNERS =
      List.of(
          "amber", "brisk", "calm", "clever", "eager", "fleet", "gentle", "happy", "keen", "lucid",
          "merry", "nimble", "patient", "quiet", "sunny", "tidy", "warm", "wise");
  private static final List<String> ANIMALS =
      List.of(
          "badger", "bison", "camel", "dingo", "elk", "falcon", "gecko", "heron", "ibex", "koala",
          "lynx", "marten", "otter", "puffin", "robin", "seal", "tapir", "wombat");
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SUFFIX = 6;

  private final RandomGenerator random;

  public NameGenerator(RandomGenerator random) {
    this.random = Objects.requireNonNull(random);
  }

  public WorkspaceId next() {
    StringBuilder name = new StringBuilder();
    name.append(pick(MANNERS)).append('-').append(pick(ANIMALS)).append('-');
    for (int index = 0; index < SUFFIX; index++) {
      name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return new WorkspaceId(name.toString());
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
