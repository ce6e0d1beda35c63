/** Which workspaces this process acts for, when several share the work. */
package dev.helium.deletion.sharing;
