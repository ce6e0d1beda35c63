/**
 * The files of a work directory: the project, a stack's configuration, and which stack is selected.
 */
package dev.helium.engine.project;
