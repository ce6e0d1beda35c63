package dev.helium.engine.secret;

import java.util.Optional;

/**
 * The salt that every engine beside the same state gives to new stacks. Deriving a key takes
 * seconds of a processor where only the fast compiler runs, so an engine that takes stacks over
 * should know the key of their salt already.
 */
public interface SharedSalt {
  /** The one that stands, empty when there is none. */
  Optional<String> standing();

  /**
   * Lets a salt stand, unless another one has come to stand meanwhile.
   *
   * @param unusable what stood before and cannot be used, which is replaced; empty when nothing did
   * @return the one that stands then
   */
  String share(String salt, String unusable);

  /** For an engine that has its state to itself. */
  static SharedSalt none() {
    return new SharedSalt() {
      @Override
      public Optional<String> standing() {
        return Optional.empty();
      }

      @Override
      public String share(String salt, String unusable) {
        return salt;
      }
    };
  }
}
