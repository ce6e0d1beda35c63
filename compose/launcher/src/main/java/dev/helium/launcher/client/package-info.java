/** Helium's HTTP API as a program sees it. Nothing here starts a process or prints. */
package dev.helium.launcher.client;
