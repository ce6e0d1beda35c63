/**
 * The operations on workspaces: requests read and checked, commands appended, decisions waited for,
 * views shown in the API's words.
 */
package dev.helium.gateway.workspaces;
