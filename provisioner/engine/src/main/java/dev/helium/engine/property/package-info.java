/**
 * The values of resources, as Pulumi means them: with secrets, unknowns and references. Pure values
 * and their plain and JSON forms; no protobuf, no files, no encryption.
 */
package dev.helium.engine.property;
