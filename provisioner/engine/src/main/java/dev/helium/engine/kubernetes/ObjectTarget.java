package dev.helium.engine.kubernetes;

/**
 * One object to work on.
 *
 * @param kind what it is
 * @param identity where it is; the namespace is empty when its kind has none
 * @param manager who owns the fields that the stack sets
 * @param patch true when only some fields are the stack's and the object is someone else's
 */
record ObjectTarget(ObjectKind kind, ObjectIdentity identity, String manager, boolean patch) {
  String path() {
    return kind.path(identity.namespace(), identity.name());
  }

  @Override
  public String toString() {
    return identity.toString();
  }
}
