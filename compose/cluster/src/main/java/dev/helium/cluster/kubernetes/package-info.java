/**
 * What the five programs are told and asked: their arguments, ports and files, their health, and
 * the objects a fresh cluster begins with. Starts no process itself.
 */
package dev.helium.cluster.kubernetes;
