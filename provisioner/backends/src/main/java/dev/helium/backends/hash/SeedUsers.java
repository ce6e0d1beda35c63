package dev.helium.backends.hash;

/** Who can sign in to a new workspace when the user names nobody. */
final class SeedUsers {
  private SeedUsers() {}

  /**
   * As the API reads it: an administrator, somebody with a password and somebody who has yet to
   * choose one.
   *
   * @param admin password of letters and digits
   * @param alice likewise
   */
  static String json(String admin, String alice) {
    return """
    [{"email":"admin@example.com","shortname":"instance-admin","preferredName":"Instance Admin",\
    "password":"%s","isInstanceAdmin":true},\
    {"email":"alice@example.com","shortname":"alice","preferredName":"Alice","password":"%s"},\
    {"email":"bob@example.com","shortname":"bob01","preferredName":"Bob"}]\
    """
        .formatted(admin, alice);
  }
}
