package dev.helium.story.chaos.user;

/** What can be asked for. */
public enum Operation {
  CREATE,
  DELETE,
  EXTEND,
  RETRY,
  CANCEL,
  PROTECT,
  UNPROTECT,
  SHORTEN,
  REVIVE
}
