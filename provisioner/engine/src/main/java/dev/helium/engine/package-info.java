/**
 * Pulumi programs without the Pulumi command line. What users touch: the command to hand to the
 * Automation API, its options, and typed failures. Nothing here knows protobuf, files or HTTP;
 * those live in the packages below.
 */
package dev.helium.engine;
