/**
 * How long workspaces live and how much owners may take, as people write it: in the environment,
 * and in files for what differs by backend and by owner.
 */
package dev.helium.service.policy;
