package dev.helium.gateway.access;

import dev.helium.gateway.identity.Action;
import java.util.Objects;

/** What an operation is, and so who may ask for it. */
public sealed interface Permission {
  /** Nobody is asked who they are. */
  record Anybody() implements Permission {}

  /** Of nobody's in particular. */
  record Of(Action action) implements Permission {
    public Of {
      Objects.requireNonNull(action, "action");
    }
  }

  /** A change of the workspace that the path names, which has an owner. */
  record ChangeOfWorkspace() implements Permission {}

  /** The same of one that may be gone, and was somebody's. */
  record ChangeOfPastWorkspace() implements Permission {}
}
