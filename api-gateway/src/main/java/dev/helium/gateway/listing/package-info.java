/**
 * All workspaces, filtered, sorted and page by page, from an index in memory that follows the view.
 * Nothing here reads a view while somebody waits for a list.
 */
package dev.helium.gateway.listing;
