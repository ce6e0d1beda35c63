/** Asking by the labels of workspaces. What labels may be is the domain's. */
package dev.helium.gateway.labels;
