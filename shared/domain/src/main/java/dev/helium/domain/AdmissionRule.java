package dev.helium.domain;

/** Says whose commands are admitted before they are decided. */
@FunctionalInterface
public interface AdmissionRule {
  /** Nobody has a quota. */
  AdmissionRule NOBODY = owner -> false;

  /** Whether what is on the account of an owner is limited in any way. */
  boolean isAsked(String owner);
}
