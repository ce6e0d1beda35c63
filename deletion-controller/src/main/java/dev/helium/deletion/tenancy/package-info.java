/** Workspaces that are the clusters of others: they end after them. Pure. */
package dev.helium.deletion.tenancy;
