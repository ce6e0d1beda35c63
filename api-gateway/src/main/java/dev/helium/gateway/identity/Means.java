package dev.helium.gateway.identity;

import java.util.Locale;
import java.util.Objects;

/**
 * How somebody proved who they are.
 *
 * @param credential what they proved it with: its name, never itself; empty where it has none
 */
public record Means(Kind kind, String credential) {
  /** For whoever nobody asked. */
  public static final Means NONE = new Means(Kind.NONE, "");

  private static final int LONGEST_CREDENTIAL = 300;

  public Means {
    Objects.requireNonNull(kind, "kind");
    if (credential.length() > LONGEST_CREDENTIAL) {
      credential = credential.substring(0, LONGEST_CREDENTIAL);
    }
  }

  /** The ways there are. */
  public enum Kind {
    NONE,
    /** Nobody is asked here. */
    OFF,
    DEVELOPMENT_TOKEN,
    TOKEN,
    OIDC,
    /** By the word of a trusted proxy that proved itself. */
    FORWARDED,
    /** By a browser that keeps that they have signed in. */
    SESSION;

    /** As the audit says it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** When it is somebody else who vouches with this. */
  Means forwarding() {
    return through(Kind.FORWARDED);
  }

  /** When somebody has signed in with this and comes back. */
  Means inSession() {
    return through(Kind.SESSION);
  }

  private Means through(Kind other) {
    return new Means(other, credential.isEmpty() ? kind.word() : kind.word() + " " + credential);
  }
}
