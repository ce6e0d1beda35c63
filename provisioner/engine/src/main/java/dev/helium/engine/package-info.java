<<<<<<< HEAD
/** Pulumi programs without the Pulumi command line. */
=======
/**
 * What users of the engine touch: the command to hand to the Automation API, its options, and typed failures. Nothing
 * here knows protobuf, files or HTTP; those live in the packages below.
 */
>>>>>>> 55a96e0 (Start the engine)
package dev.helium.engine;
