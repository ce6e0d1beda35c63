package dev.helium.gateway.identity;

/** What can be the name of somebody: 1 to {@value #LONGEST} visible ASCII characters and spaces. */
final class PersonName {
  static final int LONGEST = 254;
  static final String RULE = "must have 1 to " + LONGEST + " visible ASCII characters or spaces";

  private PersonName() {}

  static boolean canBe(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.chars().noneMatch(character -> character < ' ' || character > '~');
  }
}
