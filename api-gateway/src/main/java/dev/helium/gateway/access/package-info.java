/**
 * Who may ask for which operation: the table of operations, and the one place where it is held
 * before any of them begins.
 */
package dev.helium.gateway.access;
