package dev.helium.domain;

/** Why a command was refused. */
public enum RefusalReason {
  /** There is no workspace of that name. */
  UNKNOWN_WORKSPACE,
  /** The request breaks a rule; the field errors say which. */
  INVALID,
  /** The workspace is on its way out, and intent does not turn back. */
  BEING_DELETED,
  /** The workspace was extended before its old expiry was acted on. */
  NOT_EXPIRED,
  /** The proof of deletion belongs to another life of the workspace or came too early. */
  NOT_DESTROYED,
  /** What was found left over belongs to a life that is not over. */
  NOT_DELETED,
  /** No attempt has failed. */
  NOTHING_TO_RETRY,
  /** No attempt to make or update it is due or under way. */
  NOTHING_TO_CANCEL,
  /** Somebody protects the workspace; the detail says who, why and until when. */
  PROTECTED,
  /** Nobody protects the workspace. */
  NOT_PROTECTED,
  /** The end that was to be announced is another one by now, or nearer than that. */
  NOT_ANNOUNCED,
  /** The workspace lives, or cannot be brought back any more; the detail says why. */
  NOT_REVIVABLE,
  /** What was found missing is not known to be, or was made again since. */
  NOT_DRIFTED,
  /** The workspace is not on its way out of a cluster that can be gone. */
  NOT_LEAVING,
  /** The workspace is not what the command expects it to be; the detail says why. */
  NOT_AS_EXPECTED,
  /** Its owner may not take that much; the errors and the detail show the arithmetic. */
  QUOTA
}
