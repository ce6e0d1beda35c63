package dev.helium.deletion.proof;

/** Told whether a cluster answers. */
interface Reach {
  /** Of what needs not be asked. */
  Reach NOBODY =
      new Reach() {
        @Override
        public void answers() {
          // Nobody was asked.
        }

        @Override
        public void doesNotAnswer(String why) {
          // Nobody was asked.
        }
      };

  void answers();

  /**
   * It was asked and gave no answer.
   *
   * @param why without secrets
   */
  void doesNotAnswer(String why);
}
