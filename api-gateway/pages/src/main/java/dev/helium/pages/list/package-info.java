/** The list of workspaces, what is done to several at once, and the calendar of what expires. */
package dev.helium.pages.list;
