/**
 * How long workspaces live, as people write it: in the environment, and in a file for what differs
 * by backend and by owner.
 */
package dev.helium.service.policy;
