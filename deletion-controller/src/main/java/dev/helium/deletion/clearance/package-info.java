/**
 * Ending every workspace of the control plane, when an operator asks for it twice: {@code
 * HELIUM_CONTROLPLANE_DELETE_ALL}.
 */
package dev.helium.deletion.clearance;
